package org.innkeeper.driver.test.host;

import java.util.SplittableRandom;
import java.util.UUID;
import org.innkeeper.core.xml.MacAddress;

/** Makes UUIDs and MAC addresses; the same seed makes the same ones in the same order. Safe for any thread. */
public final class Ids {
    private final SplittableRandom random;

    public Ids(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A random UUID of version 4. */
    public synchronized UUID uuid() {
        return uuid(random.nextLong(), random.nextLong());
    }

    /** A UUID of version 4 made of these bits. */
    public static UUID uuid(long high, long low) {
        return new UUID(high & ~0xf000L | 0x4000L, low & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    /** An address of the prefix libvirt uses for generated ones. */
    public synchronized String mac() {
        return mac(random.nextInt());
    }

    /** The address of the prefix libvirt uses with these last three bytes. */
    public static String mac(int low) {
        return new MacAddress(0x525400000000L | low & 0xff_ffff).toString();
    }
}
