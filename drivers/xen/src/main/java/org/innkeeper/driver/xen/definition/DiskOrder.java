package org.innkeeper.driver.xen.definition;

import java.util.ArrayList;
import java.util.List;

/** The order in which libvirt keeps disks since 2008: those on the same bus by their place on it. */
final class DiskOrder {
    private DiskOrder() {}

    static List<GuestDisk> sorted(List<GuestDisk> disks, boolean hvm) {
        List<GuestDisk> sorted = new ArrayList<>();
        for (GuestDisk disk : disks) {
            int place = sorted.size();
            for (int i = sorted.size() - 1; i >= 0; i--) {
                GuestDisk other = sorted.get(i);
                if (!other.bus(hvm).equals(disk.bus(hvm))) {
                    continue;
                }
                if (other.index() <= disk.index()) {
                    break;
                }
                place = i;
            }
            sorted.add(place, disk);
        }
        return sorted;
    }
}
