package org.innkeeper.app.newguest;

import java.util.List;
import java.util.Locale;
import org.innkeeper.app.session.NewGuest;
import org.innkeeper.app.session.NewVolume;

/**
 * A guest to make, as the dialog has it.
 *
 * @param path of the medium or the image, the name of the template; null for an empty disk
 * @param imageFormat the format of the image, never guessed from what is in it
 * @param diskKiB the size of the new disk, KiB; 0 for none
 * @param pool where the new disk is made; null where none is made
 * @param memoryKiB memory, KiB
 * @param network how it reaches the network
 * @param type the domain type
 * @param abilities what the host can make of it
 * @param machine the machine type, or null where the host chooses
 * @param firmware {@code efi}, or null for the machine's own
 * @param bus the bus of the disk
 * @param mediumBus the bus of the installation medium
 * @param kernel of the host that it is begun with, or null where it finds its own
 */
record GuestPlan(
        String name,
        Source source,
        String path,
        String imageFormat,
        long diskKiB,
        String pool,
        long memoryKiB,
        int vcpus,
        NetworkChoice network,
        boolean start,
        String type,
        GuestAbilities abilities,
        String machine,
        String firmware,
        String bus,
        String mediumBus,
        HostKernel kernel) {

    NewGuest toNewGuest() {
        List<NewVolume> volumes =
                makesDisk() ? List.of(new NewVolume(pool, volumeName(), newDiskFormat(), diskKiB * 1024)) : List.of();
        return new NewGuest(
                name, volumes, paths -> GuestDefinition.of(this, paths.isEmpty() ? null : paths.get(0)), false, start);
    }

    GuestKind kind() {
        return abilities.kind();
    }

    private String volumeName() {
        return name + (newDiskFormat().equals("raw") ? ".img" : "." + newDiskFormat());
    }

    String newDiskFormat() {
        return newDiskFormat(type);
    }

    /** The format of disks made for guests of that domain type: all of Xen's back ends know raw ones. */
    static String newDiskFormat(String type) {
        return "xen".equals(type) ? "raw" : "qcow2";
    }

    boolean makesDisk() {
        return source.makesDisk() && diskKiB > 0;
    }

    /** What the name of an image says about its format. */
    static String formatByName(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        for (String format : List.of("qcow2", "vmdk", "vdi", "vhdx")) {
            if (name.endsWith("." + format)) {
                return format;
            }
        }
        return "raw";
    }
}
