package org.innkeeper.driver.qemu.command;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Threads of the emulator that do the I/O of some disks. */
final class IoThreads implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        for (int id : ids(guest.root())) {
            guest.object(Props.of("qom-type", "iothread").put("id", "iothread" + id));
        }
    }

    private static List<Integer> ids(XmlElement root) {
        List<Integer> ids = new ArrayList<>();
        for (XmlElement thread : Nodes.all(root, "iothreadids/iothread")) {
            ids.add(Nodes.number(thread, "@id", 0));
        }
        int wanted = Nodes.number(root, "iothreads", 0);
        for (int id = 1; ids.size() < wanted; id++) {
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The thread that a disk or controller asks for; null for none. */
    static String of(XmlElement device) {
        Long thread = Nodes.number(device, "driver@iothread");
        return thread == null ? null : "iothread" + thread;
    }
}
