package org.innkeeper.driver.qemu.command;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Main memory, how the host backs it, and NUMA nodes. */
final class MemoryOptions implements CommandSection {
    private static final long KIB_PER_MIB = 1024;
    private static final long BYTES_PER_KIB = 1024;

    /** The {@code id} of the back end of all memory; null where the machine takes none, or memory is split in nodes. */
    static String mainBackend(GuestContext guest) {
        boolean nodes = !Nodes.all(guest.root(), "cpu/numa/cell").isEmpty();
        return nodes ? null : guest.definition().machine().defaultRamId();
    }

    @Override
    public void write(GuestContext guest) {
        XmlElement root = guest.root();
        long mib = memoryMib(root);
        XmlElement most = root.element("maxMemory");
        if (most == null) {
            guest.option("-m", mib);
        } else {
            guest.option(
                    "-m",
                    new OptionValue()
                            .with("size", mib * KIB_PER_MIB + "k")
                            .with("slots", Nodes.text(most, "@slots", "16"))
                            .with("maxmem", Nodes.kib(root, "maxMemory") + "k"));
        }
        if (mainBackend(guest) != null) {
            writeBackend(guest, mainBackend(guest), mib, null);
        }
        guest.option("-overcommit", new OptionValue().withSwitch("mem-lock", Nodes.has(root, "memoryBacking/locked")));
        writeNodes(guest);
    }

    /** Whole MiB, rounded up, as the emulator counts. */
    static long memoryMib(XmlElement root) {
        long kib = Nodes.kib(root, "memory");
        if (kib <= 0) {
            throw XmlErrors.unacceptable(root, "the guest has no memory: say how much in <memory>");
        }
        return (kib + KIB_PER_MIB - 1) / KIB_PER_MIB;
    }

    private static void writeBackend(GuestContext guest, String id, long mib, XmlElement cell) {
        XmlElement root = guest.root();
        boolean shared = Nodes.is(root, "memoryBacking/access@mode", "shared")
                || cell != null && Nodes.is(cell, "@memAccess", "shared");
        boolean huge = Nodes.has(root, "memoryBacking/hugepages");
        String source = Nodes.text(root, "memoryBacking/source@type", shared || huge ? "memfd" : "anonymous");
        Props backend =
                switch (source) {
                    case "anonymous" ->
                        Props.of("qom-type", "memory-backend-ram").put("id", id);
                    case "memfd" -> Props.of("qom-type", "memory-backend-memfd").put("id", id);
                    default ->
                        throw Unsupported.value(
                                Nodes.child(root, "memoryBacking/source"), "memory source", source, "anonymous, memfd");
                };
        if (huge) {
            backend.put("hugetlb", true);
            XmlElement page = Nodes.child(root, "memoryBacking/hugepages/page");
            if (page != null) {
                backend.put("hugetlbsize", Nodes.number(page, "@size", 2048) * BYTES_PER_KIB);
            }
        }
        if (shared) {
            backend.put("share", true);
        }
        if (Nodes.is(root, "memoryBacking/allocation@mode", "immediate")) {
            backend.put("prealloc", true);
        }
        guest.object(backend.put("size", mib * KIB_PER_MIB * BYTES_PER_KIB));
    }

    private static void writeNodes(GuestContext guest) {
        List<XmlElement> cells = Nodes.all(guest.root(), "cpu/numa/cell");
        for (int i = 0; i < cells.size(); i++) {
            XmlElement cell = cells.get(i);
            int id = Nodes.number(cell, "@id", i);
            String unit = cell.attribute("unit");
            XmlElement size = new XmlElement("cell");
            size.add(new XmlElement("memory")
                    .setText(Nodes.text(cell, "@memory", "0"))
                    .setAttribute("unit", unit));
            String backend = "ram-node" + id;
            writeBackend(guest, backend, memoryMib(size), cell);
            OptionValue node = OptionValue.of("node").with("nodeid", id);
            for (String range : Nodes.text(cell, "@cpus", "").split(",")) {
                if (!range.isBlank()) {
                    node.with("cpus", range.strip());
                }
            }
            guest.option("-numa", node.with("memdev", backend));
        }
    }
}
