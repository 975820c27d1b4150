package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Binds documents to records; what the records do not know is passed over. */
final class CapabilityReader {
    /** The name under which the records get the text of an element. */
    static final String TEXT = "#text";

    private static final XmlMapper MAPPER = mapper();

    private CapabilityReader() {}

    static <T> T read(String text, String rootName, Class<T> type) {
        // Our own reader first: it has the limits and names line and column of what is wrong.
        XmlDocument document = XmlDocument.parse(text);
        if (!document.root().name().equals(rootName)) {
            throw XmlErrors.unacceptable(document.root(), "the root of this description must be <" + rootName + ">");
        }
        try {
            dropStrayText(document.root());
            return MAPPER.readValue(document.root().toText(), type);
        } catch (JsonProcessingException e) {
            throw XmlErrors.unacceptable(document.root(), "the description cannot be read: " + e.getOriginalMessage());
        }
    }

    /** Text beside elements means nothing in these documents, and would end the binding of a list. */
    private static void dropStrayText(XmlElement element) {
        List<XmlElement> children = element.elements();
        if (!children.isEmpty()) {
            element.setText("");
            children.forEach(CapabilityReader::dropStrayText);
        }
    }

    private static XmlMapper mapper() {
        XMLInputFactory input = XMLInputFactory.newDefaultFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XmlMapper mapper = XmlMapper.builder(new XmlFactory(input))
                .nameForTextElement(TEXT)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT, true)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, true)
                .configure(FromXmlParser.Feature.EMPTY_ELEMENT_AS_NULL, false)
                .build();
        for (LogicalType type : List.of(LogicalType.POJO, LogicalType.Map, LogicalType.Collection)) {
            mapper.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsEmpty)
                    .setAcceptBlankAsEmpty(true);
        }
        return mapper;
    }

    /** A list that can be kept: unchangeable, and empty where the document has none. */
    static <T> List<T> listOf(List<T> read) {
        return read == null
                ? List.of()
                : read.stream().filter(item -> item != null).toList();
    }
}
