package org.innkeeper.driver.test.facet;

import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.driver.test.host.NodeFacts;

/** The capabilities document of a host in memory. */
final class CapabilitiesXml {
    private static final String FEATURES = "<features>\n      <pae/>\n      <nonpae/>\n    </features>\n";

    private CapabilitiesXml() {}

    static String of(NodeFacts node) {
        StringBuilder xml = new StringBuilder("<capabilities>\n\n  <host>\n    <cpu>\n      <arch>")
                .append(node.info().model())
                .append("</arch>\n      <features>\n        <pae/>\n        <nonpae/>\n      </features>\n");
        for (int size : new int[] {4, 2_048, 1_048_576}) {
            xml.append("      <pages unit='KiB' size='").append(size).append("'/>\n");
        }
        xml.append("    </cpu>\n    <power_management/>\n    <iommu support='no'/>\n");
        topology(xml, node);
        xml.append(
                "    <secmodel>\n      <model>testSecurity</model>\n      <doi></doi>\n    </secmodel>\n  </host>\n\n");
        guest(xml, "hvm", "i686", 32);
        guest(xml, "hvm", "x86_64", 64);
        guest(xml, "xen", "i686", 32);
        return xml.append("</capabilities>\n").toString();
    }

    private static void topology(StringBuilder xml, NodeFacts node) {
        NodeInfo info = node.info();
        int cells = Math.max(1, node.cellsFree().size());
        int perCell = info.cpus() / cells;
        xml.append("    <topology>\n      <cells num='").append(cells).append("'>\n");
        for (int cell = 0; cell < cells; cell++) {
            xml.append("        <cell id='").append(cell).append("'>\n");
            xml.append("          <memory unit='KiB'>")
                    .append(info.memory() / cells)
                    .append("</memory>\n");
            xml.append("          <cpus num='").append(perCell).append("'>\n");
            for (int core = 0; core < perCell; core++) {
                int cpu = cell * perCell + core;
                xml.append("            <cpu id='").append(cpu);
                xml.append("' socket_id='").append(cell);
                xml.append("' die_id='0' core_id='").append(core);
                xml.append("' siblings='").append(cpu).append("'/>\n");
            }
            xml.append("          </cpus>\n        </cell>\n");
        }
        xml.append("      </cells>\n    </topology>\n");
    }

    private static void guest(StringBuilder xml, String osType, String arch, int wordSize) {
        xml.append("  <guest>\n    <os_type>").append(osType).append("</os_type>\n");
        xml.append("    <arch name='").append(arch).append("'>\n");
        xml.append("      <wordsize>").append(wordSize).append("</wordsize>\n");
        xml.append("      <emulator>").append(DomainCapabilitiesXml.EMULATOR).append("</emulator>\n");
        xml.append("      <domain type='test'/>\n    </arch>\n    ")
                .append(FEATURES)
                .append("  </guest>\n\n");
    }
}
