package org.innkeeper.driver.xen.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.CorpusTable;
import org.innkeeper.driver.xen.SameXml;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What libvirt's own tests say about definitions and the files of xm and xl. */
class ConfigCorpusTest {
    private static final CorpusTable XM = new CorpusTable("xen-xm");
    private static final CorpusTable XL = new CorpusTable("xen-xl");
    private static final Map<String, Dialect> DIALECTS =
            Map.of("2007", Dialect.LIBVIRT_0_3, "2012", Dialect.LIBVIRT_0_10, "2023", Dialect.LIBVIRT_9);

    static Stream<Map<String, String>> xm() {
        return XM.rows();
    }

    static Stream<Map<String, String>> xl() {
        return XL.rows();
    }

    @ParameterizedTest
    @MethodSource
    void xm(Map<String, String> row) {
        Dialect dialect = DIALECTS.get(row.get("era"));
        String architecture = dialect == Dialect.LIBVIRT_9 ? "x86_64" : "i686";
        XendVersion version = XendVersion.ofNumber(Integer.parseInt(row.get("xend_config")));
        compare(XM, row, ConfigFormat.XM, dialect, version, architecture);
    }

    @ParameterizedTest
    @MethodSource
    void xl(Map<String, String> row) {
        compare(XL, row, ConfigFormat.XL, Dialect.LIBVIRT_9, XendVersion.XEN_3_1, "x86_64");
    }

    private static void compare(
            CorpusTable table,
            Map<String, String> row,
            ConfigFormat format,
            Dialect dialect,
            XendVersion version,
            String architecture) {
        XmlElement xml = XmlElement.parse(table.text(row.get("xml")));
        String file = table.text(row.get("cfg"));
        if (row.get("direction").equals("cfg2xml")) {
            SameXml.require(
                    xml, DomainFromConfig.convert(ConfigFile.parse("cfg", file), format, dialect, architecture));
        } else {
            ConfigFile made = DomainToConfig.convert(xml, format, dialect, version, ConfigFile.empty("cfg"));
            assertThat(made.text()).isEqualTo(file);
        }
    }
}
