package org.innkeeper.driver.openvz.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTextsTest {
    private static final String FILE = "# mine\nDESCRIPTION=\"old\"\nSTRANGE=\"kept\"\n";

    private static ContainerConfig config(String text) {
        return ContainerConfig.parse("101.conf", text);
    }

    private static ContainerTexts texts(String description) {
        return ContainerTexts.of(config("")).withDescription(description);
    }

    @Test
    void plainDescriptionIsOpenvzsOwn() {
        ContainerConfig changed = texts("The shop, number 2").in(config(FILE));

        assertThat(changed.text()).isEqualTo("# mine\nDESCRIPTION=\"The shop, number 2\"\nSTRANGE=\"kept\"\n");
        assertThat(ContainerTexts.of(changed).description()).hasValue("The shop, number 2");
        assertThat(texts(null).in(changed).text()).isEqualTo("# mine\nSTRANGE=\"kept\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "\"quoted\"",
                "back\\slash \\u0041",
                " blank at the edge ",
                "$HOME `id`",
                "Gr\u00fc\u00dfe \ud83d\ude00",
                "tab\tand\r\n"
            })
    void otherDescriptionsAreComments(String text) {
        ContainerConfig changed = texts(text).in(config(FILE));

        assertThat(changed.value("DESCRIPTION")).isEmpty();
        assertThat(changed.text()).startsWith("# mine\nSTRANGE=\"kept\"\n#DESCRIPTION: ");
        assertThat(ContainerTexts.of(config(changed.text())).description()).hasValue(text);
    }

    @Test
    void longTextsAreSplitBeforeVzctlWould() {
        String text = "\ud83d\ude00 \n".repeat(10_000) + "end ";

        ContainerConfig changed =
                ContainerTexts.of(config("")).withDescription(text).in(config(FILE));

        assertThat(changed.text().lines().mapToInt(String::length).max().orElseThrow())
                .isLessThan(16_000);
        assertThat(ContainerTexts.of(config(changed.text())).description()).hasValue(text);
        assertThat(catchThrowableOfType(InnkeeperException.class, () -> texts("x".repeat(200_000))
                                .in(config(FILE)))
                        .code())
                .isEqualTo(ErrorCode.INVALID_ARG);
    }

    @Test
    void metadataTakeTheirNamespacesAlong() {
        XmlElement domain = XmlElement.parse(
                """
                <domain type='openvz' xmlns:a='urn:a' xmlns:b='urn:b'>
                  <title>A title</title>
                  <metadata><a:note b:kind='x'><c xmlns='urn:c'/>text</a:note></metadata>
                </domain>
                """
                        .strip());
        ContainerTexts texts = ContainerTexts.ofDomain(domain);

        ContainerTexts again = ContainerTexts.of(config(texts.in(config(FILE)).text()));

        XmlElement note = again.metadata().orElseThrow().elements().get(0);
        assertThat(note.namespace()).isEqualTo("urn:a");
        assertThat(note.namespaceOfPrefix("b")).isEqualTo("urn:b");
        assertThat(note.elements().get(0).namespace()).isEqualTo("urn:c");
        assertThat(again.title()).hasValue("A title");
        assertThat(ContainerTexts.ofDomain(XmlElement.parse("<domain><metadata/></domain>"))
                        .metadata())
                .isEqualTo(Optional.empty());
    }

    @Test
    void sameTextsLeaveTheFileAsItIs() {
        String text = "#TITLE: one\nA=1\n#METADATA: <metadata><x/></metadata>\nB=2\nDESCRIPTION=\"d\"\n";

        assertThat(ContainerTexts.of(config(text)).in(config(text)).text()).isEqualTo(text);
    }
}
