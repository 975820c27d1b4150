package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalXmlTest {
    private static boolean same(String left, String right) {
        return CanonicalXml.sameMeaning(XmlElement.parse(left), XmlElement.parse(right));
    }

    @Test
    void spellingDoesNotMatter() {
        assertThat(same("<a x='1' y='2'/>", "<a  y=\"2\" x='1'></a>")).isTrue();
        assertThat(same("<a><b> t </b><!-- c --><c/></a>", "<a>\n<c/>\n<b>t</b></a>"))
                .isTrue();
        assertThat(same("<a xmlns:p='urn:x'><p:b/></a>", "<a><q:b xmlns:q='urn:x'/></a>"))
                .isTrue();
        assertThat(same("<a xmlns='urn:x'/>", "<p:a xmlns:p='urn:x'/>")).isTrue();
    }

    @Test
    void meaningMatters() {
        assertThat(same("<a x='1'/>", "<a x='2'/>")).isFalse();
        assertThat(same("<a x='1'/>", "<a/>")).isFalse();
        assertThat(same("<a><b n='1'/><b n='2'/></a>", "<a><b n='2'/><b n='1'/></a>"))
                .isFalse();
        assertThat(same("<a><b/></a>", "<a><b/><b/></a>")).isFalse();
        assertThat(same("<a>t</a>", "<a>u</a>")).isFalse();
        assertThat(same("<a xmlns:p='urn:x'><p:b/></a>", "<a xmlns:p='urn:y'><p:b/></a>"))
                .isFalse();
    }

    @Test
    void theFormIsOneLinePerElement() {
        assertThat(CanonicalXml.of(XmlElement.parse("<a z='1' b=\"x'y\"><!-- c --><c>1 &lt; 2</c> <d/></a>")))
                .isEqualTo("<a b='x&apos;y' z='1'>\n  <c>1 &lt; 2</c>\n  <d/>\n</a>\n");
    }
}
