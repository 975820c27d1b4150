package org.innkeeper.driver.xen.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.CorpusTable;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.config.DomainToConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.sexpr.DomainFromSexpr;
import org.innkeeper.driver.xen.sexpr.DomainToSexpr;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Definitions of libvirt's own tests, stored as Xen's tools would: whole again, they are stored as before and stay whole, so
 * that editing one part of them changes no other.
 */
class CompanionCorpusTest {
    private static final UnaryOperator<XmlElement> XL = definition -> DomainFromConfig.convert(
            DomainToConfig.convert(
                    definition, ConfigFormat.XL, Dialect.LIBVIRT_9, XendVersion.XEN_3_1, ConfigFile.empty("cfg")),
            ConfigFormat.XL,
            Dialect.LIBVIRT_9,
            "x86_64");
    private static final UnaryOperator<XmlElement> XEND = definition -> DomainFromSexpr.convert(
            (Sexpr.Items) SexprReader.read(DomainToSexpr.convert(definition, Dialect.LIBVIRT_3, XendVersion.XEN_3_1)
                    .toText()),
            Dialect.LIBVIRT_3,
            XendVersion.XEN_3_1);

    static Stream<String> storedByXl() {
        return definitions().filter(xml -> isStored(XL, xml));
    }

    static Stream<String> storedByXend() {
        return definitions().filter(xml -> isStored(XEND, xml));
    }

    private static Stream<String> definitions() {
        return Stream.of("xen-xl", "xen-xm", "xen-sexpr").flatMap(folder -> {
            CorpusTable table = new CorpusTable(folder);
            return table.rows().map(row -> row.get("xml")).distinct().map(table::text);
        });
    }

    /** The tools refuse what they do not know. */
    private static boolean isStored(UnaryOperator<XmlElement> tools, String xml) {
        try {
            return tools.apply(XmlElement.parse(xml)) != null;
        } catch (InnkeeperException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("storedByXl")
    void withXl(String xml) {
        check(xml, XL);
    }

    @ParameterizedTest
    @MethodSource("storedByXend")
    void withXend(String xml) {
        check(xml, XEND);
    }

    private static void check(String xml, UnaryOperator<XmlElement> tools) {
        XmlElement asked = XmlElement.parse(xml);
        XmlElement kept = tools.apply(asked.copy());
        XmlElement whole = kept.copy();
        new Companion(asked, kept).complete(whole);

        XmlElement keptAgain = tools.apply(whole.copy());
        assertThat(CanonicalXml.of(keptAgain)).isEqualTo(CanonicalXml.of(kept));
        XmlElement wholeAgain = keptAgain.copy();
        new Companion(whole, keptAgain).complete(wholeAgain);
        assertThat(CanonicalXml.of(wholeAgain)).isEqualTo(CanonicalXml.of(whole));
    }
}
