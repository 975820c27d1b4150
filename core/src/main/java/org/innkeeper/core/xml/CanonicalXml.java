package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one form in which documents are compared and shown as differences: attributes sorted, text trimmed, one element
 * per line, no comments.
 */
public final class CanonicalXml {
    private CanonicalXml() {}

    /** The canonical text of an element and all below it, one line per element, indented by two blanks. */
    public static String of(XmlElement element) {
        StringBuilder out = new StringBuilder(2048);
        write(element, "", out);
        return out.toString();
    }

    /** The canonical text of a document. */
    public static String of(XmlDocument document) {
        return of(document.root());
    }

    /**
     * Whether two elements mean the same: the same tree, where the order counts only among children of the same name,
     * and prefixes only by what they stand for.
     */
    public static boolean sameMeaning(XmlElement left, XmlElement right) {
        return firstDifference(left, right).isEmpty();
    }

    /** The first place where two elements do not mean the same, in words; empty where they do. */
    public static Optional<String> firstDifference(XmlElement left, XmlElement right) {
        return Optional.ofNullable(difference(left, right));
    }

    private static String difference(XmlElement left, XmlElement right) {
        String leftName = expandedName(left, left.name(), true);
        String rightName = expandedName(right, right.name(), true);
        if (!leftName.equals(rightName)) {
            return left.path() + " against " + right.path();
        }
        Map<String, String> leftAttributes = expandedAttributes(left);
        Map<String, String> rightAttributes = expandedAttributes(right);
        if (!leftAttributes.equals(rightAttributes)) {
            return left.path() + ": attributes " + leftAttributes + " against " + rightAttributes;
        }
        String leftText = left.text().strip();
        String rightText = right.text().strip();
        if (!leftText.equals(rightText)) {
            return left.path() + ": '" + leftText + "' against '" + rightText + "'";
        }
        return childDifference(left, right);
    }

    private static String childDifference(XmlElement left, XmlElement right) {
        Map<String, List<XmlElement>> leftChildren = childrenByName(left);
        Map<String, List<XmlElement>> rightChildren = childrenByName(right);
        if (!leftChildren.keySet().equals(rightChildren.keySet())) {
            return left.path() + ": children " + leftChildren.keySet() + " against " + rightChildren.keySet();
        }
        for (Map.Entry<String, List<XmlElement>> entry : leftChildren.entrySet()) {
            List<XmlElement> here = entry.getValue();
            List<XmlElement> there = rightChildren.get(entry.getKey());
            if (here.size() != there.size()) {
                return left.path() + ": " + here.size() + " <" + entry.getKey() + "> against " + there.size();
            }
            for (int i = 0; i < here.size(); i++) {
                String difference = difference(here.get(i), there.get(i));
                if (difference != null) {
                    return difference;
                }
            }
        }
        return null;
    }

    private static Map<String, List<XmlElement>> childrenByName(XmlElement element) {
        Map<String, List<XmlElement>> children = new TreeMap<>();
        for (XmlElement child : element.elements()) {
            children.computeIfAbsent(expandedName(child, child.name(), true), name -> new ArrayList<>())
                    .add(child);
        }
        return children;
    }

    private static Map<String, String> expandedAttributes(XmlElement element) {
        Map<String, String> expanded = new LinkedHashMap<>();
        element.attributes().forEach((name, value) -> {
            if (!isDeclaration(name)) {
                expanded.put(expandedName(element, name, false), value.strip());
            }
        });
        return expanded;
    }

    private static String expandedName(XmlElement element, String name, boolean useDefault) {
        int colon = name.indexOf(':');
        if (colon < 0 && !useDefault) {
            return name;
        }
        String namespace = element.namespaceOfPrefix(colon < 0 ? "" : name.substring(0, colon));
        return namespace == null ? name : "{" + namespace + "}" + name.substring(colon + 1);
    }

    private static boolean isDeclaration(String attribute) {
        return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
    }

    private static void write(XmlElement element, String indent, StringBuilder out) {
        out.append(indent).append('<').append(element.name());
        new TreeMap<>(element.attributes()).forEach((name, value) -> out.append(' ')
                .append(name)
                .append("='")
                .append(XmlCharacters.escapeAttribute(Objects.requireNonNull(value)))
                .append('\''));
        String text = element.text().strip();
        List<XmlElement> children = element.elements();
        if (text.isEmpty() && children.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>').append(XmlCharacters.escapeText(text));
        if (!children.isEmpty()) {
            out.append('\n');
            children.forEach(child -> write(child, indent + "  ", out));
            out.append(indent);
        }
        out.append("</").append(element.name()).append(">\n");
    }
}
