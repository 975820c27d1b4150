package org.innkeeper.core.xml;

import java.util.List;

/** Where the white space goes when elements come and go: a newcomer stands as its neighbours do. */
final class XmlLayout {
    private static final String STEP = "  ";

    private XmlLayout() {}

    /** Puts a child before the successor, or last where that is null. */
    static void insert(XmlElement parent, XmlElement child, XmlElement successor) {
        if (isInside(parent, child)) {
            throw new IllegalArgumentException("<" + child.name() + "> cannot stand inside itself");
        }
        child.detach();
        String indent = indentOfChildren(parent);
        List<XmlNode> nodes = parent.nodes();
        int at = successor == null ? nodes.size() : parent.indexOf(successor);
        if (indent == null) {
            parent.insertNode(at, child);
            return;
        }
        layOut(child, indent);
        if (successor != null) {
            parent.insertNode(at, child);
            parent.insertNode(at + 1, space(indent));
        } else if (nodes.isEmpty()) {
            parent.append(space(indent));
            parent.append(child);
            parent.append(space(indentOf(parent, indent)));
        } else if (nodes.get(at - 1).isBlank()) {
            parent.insertNode(at - 1, space(indent));
            parent.insertNode(at, child);
        } else {
            parent.append(space(indent));
            parent.append(child);
        }
    }

    static void remove(XmlElement parent, XmlElement child) {
        int at = parent.indexOf(child);
        parent.removeNode(at);
        if (at > 0 && parent.nodes().get(at - 1).isBlank()) {
            boolean blankFollows =
                    at < parent.nodes().size() && parent.nodes().get(at).isBlank();
            boolean last = at == parent.nodes().size();
            if (blankFollows || last) {
                parent.removeNode(at - 1);
            }
        }
        if (parent.isEmpty()) {
            while (!parent.nodes().isEmpty()) {
                parent.removeNode(0);
            }
        }
    }

    private static boolean isInside(XmlElement inner, XmlElement outer) {
        for (XmlElement element = inner; element != null; element = element.parent()) {
            if (element == outer) {
                return true;
            }
        }
        return false;
    }

    /** The line break and indent the children of an element have or would have, null where all stands on one line. */
    private static String indentOfChildren(XmlElement parent) {
        List<XmlNode> nodes = parent.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof XmlElement) {
                return i > 0 ? lineBreak(nodes.get(i - 1)) : null;
            }
        }
        if (!parent.text().isBlank()) {
            return null;
        }
        if (parent.parent() == null) {
            return "\n" + STEP;
        }
        String own = indentBefore(parent);
        if (own == null) {
            return null;
        }
        String outer = parent.parent().parent() == null ? "\n" : indentBefore(parent.parent());
        boolean steps = outer != null && own.startsWith(outer) && own.length() > outer.length();
        return own + (steps ? own.substring(outer.length()) : STEP);
    }

    private static String indentOf(XmlElement parent, String indentOfChildren) {
        String own = parent.parent() == null ? "\n" : indentBefore(parent);
        return own == null ? indentOfChildren : own;
    }

    private static String indentBefore(XmlElement element) {
        int at = element.parent().indexOf(element);
        return at > 0 ? lineBreak(element.parent().nodes().get(at - 1)) : null;
    }

    private static String lineBreak(XmlNode node) {
        if (node.isBlank() && node instanceof XmlText text) {
            int newline = text.value().lastIndexOf('\n');
            return newline < 0 ? null : text.value().substring(newline);
        }
        return null;
    }

    /** Gives an element that comes from elsewhere the indents of its new place. */
    private static void layOut(XmlElement element, String indent) {
        List<XmlElement> inside = element.elements();
        if (inside.isEmpty() || !element.text().isBlank()) {
            return;
        }
        for (int i = element.nodes().size() - 1; i >= 0; i--) {
            if (element.nodes().get(i).isBlank()) {
                element.removeNode(i);
            }
        }
        String inner = indent + STEP;
        for (int i = element.nodes().size() - 1; i >= 0; i--) {
            element.insertNode(i, space(inner));
        }
        element.append(space(indent));
        inside.forEach(child -> layOut(child, inner));
    }

    private static XmlText space(String value) {
        return new XmlText(value, value);
    }
}
