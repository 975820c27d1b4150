package org.innkeeper.core.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a new child belongs: the order in which libvirt writes the children of each element. */
final class SchemaOrder {
    private static final Map<String, List<String>> ORDER = read();

    private SchemaOrder() {}

    /** The child before which a new one of that name goes, null where it goes last. */
    static XmlElement successor(XmlElement parent, String childName) {
        List<String> order = orderOf(parent);
        int rank = order.indexOf(childName);
        List<XmlElement> siblings = parent.elements();
        if (rank < 0) {
            return afterNamesakes(siblings, childName);
        }
        // What we do not know keeps its place: the newcomer goes right behind the last sibling that precedes it.
        for (int i = siblings.size() - 1; i >= 0; i--) {
            int other = order.indexOf(siblings.get(i).name());
            if (other >= 0 && other <= rank) {
                return i + 1 < siblings.size() ? siblings.get(i + 1) : null;
            }
        }
        return siblings.isEmpty() ? null : siblings.get(0);
    }

    private static XmlElement afterNamesakes(List<XmlElement> siblings, String name) {
        for (int i = siblings.size() - 2; i >= 0; i--) {
            if (siblings.get(i).name().equals(name)) {
                return siblings.get(i + 1);
            }
        }
        return null;
    }

    private static List<String> orderOf(XmlElement parent) {
        if (parent.parent() != null) {
            List<String> special = ORDER.get(parent.parent().name() + "/" + parent.name());
            if (special != null) {
                return special;
            }
        }
        return ORDER.getOrDefault(parent.name(), List.of());
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> order = new HashMap<>();
        try (InputStream stream = SchemaOrder.class.getResourceAsStream("schema-order.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    order.put(
                            line.substring(0, colon),
                            List.of(line.substring(colon + 2).split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("schema-order.txt cannot be read", e);
        }
        return order;
    }
}
