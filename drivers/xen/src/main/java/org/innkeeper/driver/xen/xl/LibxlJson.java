package org.innkeeper.driver.xen.xl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.definition.XenErrors;

/** Reads the JSON of libxl. Its depth, its numbers and its strings are limited; its length is by who reads it in. */
final class LibxlJson {
    private static final int MOST_DEPTH = 32;
    private static final int LONGEST_STRING = 1 << 20;
    private static final int LONGEST_NUMBER = 40;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build());

    private LibxlJson() {}

    /**
     * A document.
     *
     * @param whence for messages, such as {@code xl list -l}
     */
    static JsonNode parse(String text, String whence) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw XenErrors.malformed(
                    ErrorOrigin.XENXL, whence + " is not the JSON of libxl" + place + ": " + e.getOriginalMessage());
        }
    }

    /** The configurations that {@code xl list -l} prints, by id: a list of them, or for one domain that alone. */
    static Map<Integer, JsonNode> configurations(String text) {
        Map<Integer, JsonNode> configurations = new LinkedHashMap<>();
        JsonNode document = parse(text, "xl list -l");
        List<JsonNode> domains = new ArrayList<>();
        if (document.isArray()) {
            document.forEach(domains::add);
        } else {
            domains.add(document);
        }
        for (JsonNode domain : domains) {
            JsonNode id = domain.path("domid");
            if (!id.canConvertToInt() || !domain.path("config").isObject()) {
                throw XenErrors.malformed(ErrorOrigin.XENXL, "xl list -l lists something that is no domain");
            }
            configurations.put(id.intValue(), domain.path("config"));
        }
        return configurations;
    }

    /** Whether a switch is on: libxl writes {@code true}, {@code 1} or {@code "True"}; one that is unset is off. */
    static boolean isOn(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : value.isNumber() ? value.intValue() != 0 : isTrue(value);
    }

    private static boolean isTrue(JsonNode value) {
        return value.asText().equalsIgnoreCase("true");
    }

    /** A text, null where it is missing or empty. */
    static String text(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        return text.isEmpty() ? null : text;
    }
}
