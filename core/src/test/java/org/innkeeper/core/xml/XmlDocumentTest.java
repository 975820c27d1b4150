package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentTest {
    private static final String ODD =
            """
            <?xml version="1.0" encoding='UTF-8'?>
            <!-- before -->
            <domain  type="kvm"
                     xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0' >
              <name>a &amp; &#x62;&#99;</name >
              <title><![CDATA[<raw> & text]]></title>
              <?keep this?>
              <empty></empty><short/><spaced />
              <mixed>one <b>two</b> three</mixed>
              <qemu:commandline><qemu:arg value='a&#10;b' other = "x>y"/></qemu:commandline>
            </domain>
            <!-- after -->
            """;

    @Test
    void writesWhatItRead() {
        assertThat(XmlDocument.parse(ODD).toText()).isEqualTo(ODD);
        assertThat(XmlDocument.parse(ODD).copy().toText()).isEqualTo(ODD);
    }

    @Test
    void decodesReferencesAndSections() {
        XmlElement root = XmlDocument.parse(ODD).root();
        assertThat(root.element("name").text()).isEqualTo("a & bc");
        assertThat(root.element("title").text()).isEqualTo("<raw> & text");
        XmlElement arg = root.element("qemu:commandline").element("qemu:arg");
        assertThat(arg.attribute("value")).isEqualTo("a\nb");
        assertThat(arg.attribute("other")).isEqualTo("x>y");
        assertThat(arg.namespace()).isEqualTo("http://libvirt.org/schemas/domain/qemu/1.0");
        assertThat(arg.localName()).isEqualTo("arg");
        assertThat(arg.path()).isEqualTo("/domain/qemu:commandline/qemu:arg");
        assertThat(root.namespace()).isNull();
        assertThat(root.element("name").line()).isEqualTo(5);
        assertThat(root.element("name").column()).isEqualTo(3);
    }

    @Test
    void bytesAreReadInTheirEncoding() {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00e9</a>";
        assertThat(XmlDocument.parse(text.getBytes(StandardCharsets.ISO_8859_1))
                        .root()
                        .text())
                .isEqualTo("\u00e9");
        assertThat(XmlDocument.parse("<a>\u00e9</a>".getBytes(StandardCharsets.UTF_8))
                        .root()
                        .text())
                .isEqualTo("\u00e9");
        assertThat(XmlDocument.parse("\uFEFF<a>\u00e9</a>".getBytes(StandardCharsets.UTF_16LE))
                        .root()
                        .text())
                .isEqualTo("\u00e9");
        assertThatThrownBy(() -> XmlDocument.parse("<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<a><b></a>|1|7|</a> where </b> was expected",
                "<a>\\n  <b x='1' x='2'/></a>|2|17|two attributes 'x'",
                "<a>\\n&nbsp;</a>|2|1|entity '&nbsp;' is not known",
                "<a>&#0;</a>|1|4|means no character",
                "<a>x & y</a>|1|6|'&' that begins no reference",
                "<a b='<'/>|1|7|'<' in the value",
                "<a b=c/>|1|6|is not quoted",
                "<a>|1|4|ends before </a>",
                "<a/><b/>|1|5|extra content",
                "text|1|1|before the first element",
                "<a>]]></a>|1|4|outside a CDATA section",
                "<a><!-- -- --></a>|1|9|within a comment",
                "<a><q:b/></a>|1|4|prefix of 'q:b' is not declared",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>|1|1|DOCTYPE"
            })
    void errorsHaveLineAndColumn(String text, int line, int column, String reason) {
        assertThatThrownBy(() -> XmlDocument.parse(text.replace("\\n", "\n")))
                .asInstanceOf(type(InnkeeperException.class))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.XML_DETAIL);
                    assertThat(e.getMessage())
                            .contains("line " + line + ", column " + column)
                            .contains(reason);
                    assertThat(e.info().int1()).isEqualTo(line);
                    assertThat(e.info().int2()).isEqualTo(column);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<a",
                "<a ",
                "<a b",
                "<a b=",
                "<a b='",
                "<a/",
                "</a>",
                "<a></a",
                "<a><![CDATA[",
                "<a><!--"
            })
    void everyTruncationIsRefused(String text) {
        assertThatThrownBy(() -> XmlDocument.parse(text)).isInstanceOf(InnkeeperException.class);
    }

    @Test
    void depthIsLimited() {
        int deep = XmlDocument.MAX_DEPTH;
        String fits = "<a>".repeat(deep) + "</a>".repeat(deep);
        assertThat(XmlDocument.parse(fits).toText()).isEqualTo(fits);
        String tooDeep = "<a>".repeat(deep + 1) + "</a>".repeat(deep + 1);
        assertThatThrownBy(() -> XmlDocument.parse(tooDeep)).hasMessageContaining("256 deep");
    }

    @Test
    void lengthIsLimited() {
        assertThatThrownBy(() -> XmlDocument.parse(new byte[XmlDocument.MAX_LENGTH + 1]))
                .hasMessageContaining("16 MiB");
        assertThatThrownBy(() -> XmlDocument.parse(" ".repeat(XmlDocument.MAX_LENGTH + 1)))
                .hasMessageContaining("16 MiB");
    }
}
