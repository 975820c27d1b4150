package org.innkeeper.installer.conformance;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;

/** Our reader takes exactly what the platform's takes as XML, and writes it letter by letter. */
final class WellFormedSuite implements FolderSuite {
    @Override
    public String folder() {
        return ".";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure wellFormed = report.measure("all", "well-formed");
        Measure lossless = report.measure("all", "lossless");
        for (String name : corpora.documents()) {
            byte[] bytes = corpora.bytes(name);
            boolean expected = isWellFormed(bytes);
            wellFormed.check(name, () -> {
                if (accepts(bytes) != expected) {
                    throw new AssertionError(
                            expected ? "refused, but it is well-formed" : "accepted, but not well-formed");
                }
            });
            if (expected) {
                lossless.check(name, () -> {
                    String text = corpora.text(name);
                    if (!XmlDocument.parse(text).toText().equals(text)) {
                        throw new AssertionError("written in another way than it was read");
                    }
                });
            }
        }
    }

    private static boolean accepts(byte[] bytes) {
        try {
            XmlDocument.parse(bytes);
            return true;
        } catch (InnkeeperException e) {
            return false;
        }
    }

    private static boolean isWellFormed(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.DTD) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
