package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

/**
 * Our reader and the platform's agree about what is XML, also for texts that somebody spoiled. Names with characters
 * beyond the basic plane are left out: the editions of XML 1.0 differ about them.
 */
class XmlScannerDifferentialTest {
    private static final String[] SPOILERS = {
        "<",
        ">",
        "&",
        "'",
        "\"",
        "/",
        "=",
        "]]>",
        "--",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "?>",
        "&#65;",
        "&#0;",
        "&amp;",
        "&nbsp;",
        "x:y",
        " ",
        "\n",
        "\u0001",
        "\u00e9",
        "\ud83d",
        "<a/>",
        "</a>",
        "<1/>",
        "xmlns:q='u'",
        "\ufffe"
    };
    private static final int ROUNDS = 4_000;

    @Test
    void agreesWithThePlatform() {
        Random random = new Random(20070101);
        List<Path> documents = TestDocuments.of("network");
        for (int round = 0; round < ROUNDS; round++) {
            Path file = documents.get(random.nextInt(documents.size()));
            String spoiled = spoil(TestDocuments.parse(file).toText(), random);
            assertThat(accepts(spoiled)).as(spoiled).isEqualTo(platformAccepts(spoiled));
        }
    }

    private static String spoil(String text, Random random) {
        StringBuilder spoiled = new StringBuilder(text);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(spoiled.length());
            if (random.nextBoolean()) {
                spoiled.insert(at, SPOILERS[random.nextInt(SPOILERS.length)]);
            } else {
                spoiled.delete(at, Math.min(spoiled.length() - 1, at + 1 + random.nextInt(3)));
            }
        }
        return spoiled.toString();
    }

    private static boolean accepts(String text) {
        try {
            XmlDocument document = XmlDocument.parse(text);
            assertThat(document.toText()).isEqualTo(text);
            return true;
        } catch (InnkeeperException e) {
            assertThat(e.getMessage()).contains("line ");
            return false;
        }
    }

    private static boolean platformAccepts(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.DTD) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException | IllegalArgumentException e) {
            return false;
        }
    }
}
