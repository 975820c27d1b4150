package org.innkeeper.driver.remote.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the lines of {@code procedures.txt}; the head of that file tells the grammar. */
final class ProcedureTableParser {
    private final Map<String, XdrType> types = new HashMap<>();
    private final List<Procedure> procedures = new ArrayList<>();

    ProcedureTableParser() {
        for (BasicType type : BasicType.values()) {
            types.put(type.name().toLowerCase(Locale.ROOT), type);
        }
    }

    List<Procedure> procedures() {
        return procedures;
    }

    void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("struct ")) {
            int equals = line.indexOf(" = ");
            String name = line.substring("struct ".length(), equals);
            types.put(name, ReferenceType.of(name, layout(line.substring(equals + 3))));
        } else {
            procedures.add(procedure(line));
        }
    }

    private Procedure procedure(String line) {
        int arrow = line.indexOf("->");
        String[] head = line.substring(0, arrow).strip().split(" ", 3);
        boolean event = head.length > 2 && head[2].startsWith("event ");
        String arguments = head.length > 2 ? head[2].substring(event ? "event ".length() : 0) : "";
        return new Procedure(
                Integer.parseInt(head[0]),
                head[1],
                event,
                layout(arguments),
                layout(line.substring(arrow + 2).strip()));
    }

    private Layout layout(String fields) {
        List<String> names = new ArrayList<>();
        List<XdrType> fieldTypes = new ArrayList<>();
        for (String field : fields.isEmpty() ? new String[0] : fields.split(", ")) {
            int space = field.indexOf(' ');
            fieldTypes.add(type(field.substring(0, space)));
            names.add(field.substring(space + 1));
        }
        return new Layout(names, fieldTypes);
    }

    private XdrType type(String text) {
        if (text.endsWith("?")) {
            return new OptionalType(type(text.substring(0, text.length() - 1)));
        }
        if (!text.endsWith(">") && !text.endsWith("]")) {
            XdrType type = types.get(text);
            if (type == null) {
                throw new IllegalArgumentException("unknown type " + text);
            }
            return type;
        }
        boolean fixed = text.endsWith("]");
        int open = text.lastIndexOf(fixed ? '[' : '<');
        String element = text.substring(0, open);
        int size = Integer.parseInt(text.substring(open + 1, text.length() - 1));
        return switch (element) {
            case "opaque" -> new BytesType(size, fixed, false);
            case "chars" -> new BytesType(size, fixed, true);
            default -> {
                if (fixed) {
                    throw new IllegalArgumentException("arrays of " + element + " are not known");
                }
                yield new ListType(type(element), size);
            }
        };
    }
}
