package org.innkeeper.driver.xen.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.CorpusTable;
import org.innkeeper.driver.xen.SameXml;
import org.innkeeper.driver.xen.definition.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XenCapabilitiesTest {
    private static final CorpusTable TABLE = new CorpusTable("xen-caps");

    static Stream<Map<String, String>> documents() {
        return TABLE.rows();
    }

    @ParameterizedTest
    @MethodSource
    void documents(Map<String, String> row) {
        Dialect dialect = row.get("era").equals("2007") ? Dialect.LIBVIRT_0_3 : Dialect.LIBVIRT_3;
        XmlElement made = XenCapabilities.of(
                row.get("host_arch"), TABLE.text(row.get("cpuinfo")), TABLE.text(row.get("hypervisor_caps")), dialect);
        SameXml.require(XmlElement.parse(TABLE.text(row.get("xml"))), made);
    }

    @Test
    void featuresOfFullyVirtualisedGuestsAreTheSameEverywhere() {
        XmlElement made = XenCapabilities.of("ia64", "", "xen-3.0-ia64be hvm-3.0-ia64", Dialect.LIBVIRT_3);
        assertThat(made.elements("guest"))
                .extracting(guest -> guest.element("features").elements().stream()
                        .map(XmlElement::name)
                        .toList())
                .containsExactly(List.of("ia64_be"), List.of("acpi", "apic"));
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        XmlElement made = XenCapabilities.of("x86_64", "", "xen-3.0-x86_64 xen-4.0-riscv nonsense", Dialect.LIBVIRT_9);
        assertThat(made.elements("guest")).hasSize(1);
    }
}
