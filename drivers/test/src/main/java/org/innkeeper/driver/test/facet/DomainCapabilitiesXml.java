package org.innkeeper.driver.test.facet;

import java.util.List;

/** What guests of a host in memory can have, as a domain capabilities document. */
final class DomainCapabilitiesXml {
    static final String EMULATOR = "/usr/bin/test-hv";
    static final int MAX_VCPUS = 32;
    static final List<String> ARCHITECTURES = List.of("i686", "x86_64");
    static final List<String> MACHINES = List.of("pc", "q35");

    private DomainCapabilitiesXml() {}

    static String of(String arch, String machine) {
        StringBuilder xml = new StringBuilder("<domainCapabilities>\n  <path>" + EMULATOR + "</path>\n"
                + "  <domain>test</domain>\n  <machine>" + machine + "</machine>\n  <arch>" + arch + "</arch>\n"
                + "  <vcpu max='" + MAX_VCPUS + "'/>\n  <iothreads supported='yes'/>\n");
        xml.append("  <os supported='yes'>\n    <loader supported='yes'>\n");
        choice(xml, "      ", "type", "rom", "pflash");
        choice(xml, "      ", "readonly", "yes", "no");
        xml.append("    </loader>\n  </os>\n  <cpu>\n    <mode name='host-passthrough' supported='yes'/>\n");
        xml.append("    <mode name='maximum' supported='yes'/>\n    <mode name='host-model' supported='no'/>\n");
        xml.append("    <mode name='custom' supported='yes'>\n");
        for (String model : List.of("qemu32", "qemu64", "core2duo", "Nehalem", "Haswell", "EPYC")) {
            xml.append("      <model usable='yes'>").append(model).append("</model>\n");
        }
        xml.append("    </mode>\n  </cpu>\n  <devices>\n");
        device(
                xml,
                "disk",
                "diskDevice",
                List.of("disk", "cdrom", "floppy", "lun"),
                "bus",
                List.of("ide", "fdc", "scsi", "virtio", "usb", "sata"));
        device(xml, "graphics", "type", List.of("sdl", "vnc", "spice"), null, null);
        device(xml, "video", "modelType", List.of("vga", "cirrus", "qxl", "virtio", "none"), null, null);
        device(xml, "hostdev", "mode", List.of("subsystem"), "subsysType", List.of("usb", "pci", "scsi"));
        device(xml, "rng", "model", List.of("virtio"), "backendModel", List.of("random", "egd"));
        device(xml, "filesystem", "driverType", List.of("path", "virtiofs"), null, null);
        device(xml, "tpm", "model", List.of("tpm-tis", "tpm-crb"), "backendModel", List.of("emulator"));
        xml.append("  </devices>\n  <features>\n    <gic supported='no'/>\n    <vmcoreinfo supported='no'/>\n");
        return xml.append(
                        "    <genid supported='yes'/>\n    <sev supported='no'/>\n  </features>\n</domainCapabilities>\n")
                .toString();
    }

    private static void device(
            StringBuilder xml, String name, String first, List<String> values, String second, List<String> others) {
        xml.append("    <").append(name).append(" supported='yes'>\n");
        choice(xml, "      ", first, values.toArray(String[]::new));
        if (second != null) {
            choice(xml, "      ", second, others.toArray(String[]::new));
        }
        xml.append("    </").append(name).append(">\n");
    }

    private static void choice(StringBuilder xml, String indent, String name, String... values) {
        xml.append(indent).append("<enum name='").append(name).append("'>\n");
        for (String value : values) {
            xml.append(indent).append("  <value>").append(value).append("</value>\n");
        }
        xml.append(indent).append("</enum>\n");
    }
}
