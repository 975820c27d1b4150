package org.innkeeper.driver.test.host;

import java.util.function.Predicate;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The volumes in the storage pools of a host. Used under its lock. */
public final class VolumeStore {
    private final TestHost host;

    VolumeStore(TestHost host) {
        this.host = host;
    }

    /** The pool a volume is in, which is active. */
    public TestPool poolOf(VolumeRef ref) {
        TestPool pool = host.pools().byName(ref.pool());
        host.pools().requireActive(pool);
        return pool;
    }

    public TestVolume get(VolumeRef ref) {
        return get(poolOf(ref), ref.name());
    }

    public TestVolume get(TestPool pool, String name) {
        host.pools().requireActive(pool);
        TestVolume volume = pool.volume(name);
        if (volume == null) {
            throw missing("name '" + name + "' in the pool '" + pool.name() + "'", name);
        }
        return volume;
    }

    /** The volume of any active pool that fits. */
    public TestVolume find(String what, String name, Predicate<TestVolume> fits) {
        for (TestPool pool : host.pools().all()) {
            if (pool.isActive()) {
                for (TestVolume volume : pool.volumes()) {
                    if (fits.test(volume)) {
                        return volume;
                    }
                }
            }
        }
        throw missing(what + " '" + name + "'", name);
    }

    private static RuntimeException missing(String what, String name) {
        return HostErrors.about(
                ErrorCode.NO_STORAGE_VOL,
                ErrorSubject.Kind.STORAGE_VOLUME,
                name,
                "There is no storage volume with " + what,
                "Refresh the pool, and read the list again");
    }

    /** Makes a volume; what it needs is taken from the pool. */
    public TestVolume create(TestPool pool, XmlElement root) {
        host.pools().requireActive(pool);
        return add(pool, root, true);
    }

    /** Adds one that is simply there. */
    public void place(TestPool pool, XmlElement root) {
        add(pool, root, false);
    }

    private TestVolume add(TestPool pool, XmlElement root, boolean checkRoom) {
        String name = XmlReading.name(root);
        if (pool.volume(name) != null) {
            throw HostErrors.about(
                    ErrorCode.STORAGE_VOL_EXIST,
                    ErrorSubject.Kind.STORAGE_VOLUME,
                    name,
                    "The pool '" + pool.name() + "' already has a volume '" + name + "'",
                    "Choose another name");
        }
        XmlElement size = root.element("capacity");
        if (size == null) {
            throw XmlErrors.unacceptable(root, "has no <capacity>");
        }
        long capacity = XmlReading.bytes(size, "bytes");
        XmlElement allocated = root.element("allocation");
        long allocation = allocated == null ? capacity : Math.min(capacity, XmlReading.bytes(allocated, "bytes"));
        if (checkRoom && allocation > pool.available()) {
            throw noRoom(pool, name, allocation);
        }
        int type = pool.volumeType();
        XmlElement target = root.element("target");
        String given = target == null || checkRoom ? null : XmlReading.text(target, "path");
        String path = given != null ? given : pool.path() + "/" + name;
        String key = checkRoom ? null : XmlReading.text(root, "key");
        VolumeRef ref = new VolumeRef(pool.name(), name, key == null ? path : key);
        TestVolume volume = new TestVolume(
                ref,
                path,
                "dir".equals(root.attribute("type")) ? VolumeInfo.DIRECTORY : type,
                root.toText() + "\n",
                capacity,
                allocation);
        pool.add(volume);
        return volume;
    }

    private static RuntimeException noRoom(TestPool pool, String name, long wanted) {
        return HostErrors.about(
                ErrorCode.OPERATION_FAILED,
                ErrorSubject.Kind.STORAGE_POOL,
                pool.name(),
                "There are " + pool.available() + " bytes left in the pool '" + pool.name() + "', not the " + wanted
                        + " that '" + name + "' needs",
                "Make it smaller, or allocate less of it");
    }

    public void delete(TestVolume volume) {
        poolOf(volume.ref()).remove(volume);
    }

    /**
     * Changes the size.
     *
     * @param capacity bytes
     */
    public void resize(TestVolume volume, long capacity, boolean allocate, boolean shrink) {
        TestPool pool = poolOf(volume.ref());
        if (capacity < volume.capacity() && !shrink) {
            throw HostErrors.about(
                    ErrorCode.INVALID_ARG,
                    ErrorSubject.Kind.STORAGE_VOLUME,
                    volume.name(),
                    "The volume '" + volume.name() + "' would become smaller and might lose data",
                    "Allow it explicitly");
        }
        if (capacity < volume.allocation()) {
            throw HostErrors.about(
                    ErrorCode.INVALID_ARG,
                    ErrorSubject.Kind.STORAGE_VOLUME,
                    volume.name(),
                    "The volume '" + volume.name() + "' holds more than " + capacity + " bytes",
                    null);
        }
        long allocation = allocate ? capacity : volume.allocation();
        if (allocation - volume.allocation() > pool.available()) {
            throw noRoom(pool, volume.name(), allocation - volume.allocation());
        }
        volume.resize(capacity, allocation);
    }
}
