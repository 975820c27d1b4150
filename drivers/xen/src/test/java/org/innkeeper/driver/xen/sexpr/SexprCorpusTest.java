package org.innkeeper.driver.xen.sexpr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.CorpusTable;
import org.innkeeper.driver.xen.SameXml;
import org.innkeeper.driver.xen.definition.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What libvirt's own tests say about definitions and s-expressions. */
class SexprCorpusTest {
    private static final CorpusTable TABLE = new CorpusTable("xen-sexpr");
    private static final Map<String, Dialect> DIALECTS =
            Map.of("2007", Dialect.LIBVIRT_0_3, "2012", Dialect.LIBVIRT_0_10, "2017", Dialect.LIBVIRT_3);

    /** libvirt adds PAE here, which the document does not name, and does not add it in other documents like it. */
    private static final String WITH_ADDED_PAE = "fv-net-many-models@4";

    static Stream<Map<String, String>> toSexpr() {
        return TABLE.rows()
                .filter(row -> row.get("direction").equals("xml2sexpr"))
                .filter(row -> !row.get("case").equals(WITH_ADDED_PAE));
    }

    static Stream<Map<String, String>> toXml() {
        return TABLE.rows().filter(row -> row.get("direction").equals("sexpr2xml"));
    }

    private static XendVersion version(Map<String, String> row) {
        return XendVersion.ofNumber(Integer.parseInt(row.get("xend_config")));
    }

    @ParameterizedTest
    @MethodSource
    void toSexpr(Map<String, String> row) {
        XmlElement domain = XmlElement.parse(TABLE.text(row.get("xml")));
        Sexpr made = DomainToSexpr.convert(domain, DIALECTS.get(row.get("era")), version(row));
        Sexpr expected = SexprReader.read(TABLE.text(row.get("sexpr")));
        assertThat(made.toText()).isEqualTo(expected.toText());
    }

    @ParameterizedTest
    @MethodSource
    void toXml(Map<String, String> row) {
        Sexpr.Items told = SexprReader.readList(TABLE.text(row.get("sexpr")));
        XmlElement made = DomainFromSexpr.convert(told, DIALECTS.get(row.get("era")), version(row));
        SameXml.require(XmlElement.parse(TABLE.text(row.get("xml"))), made);
    }
}
