package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An element of a document. Names are compared as they are written, with their prefix; {@link #namespace()} tells what
 * the prefix means at that place.
 */
public final class XmlElement implements XmlNode {
    private final String name;
    private final List<XmlNode> children = new ArrayList<>(4);
    private final int line;
    private final int column;
    private Map<String, XmlAttribute> attributes;
    private String tail;
    private String endTail = "";
    private boolean open;
    private XmlElement parent;

    /** A new, empty element that stands nowhere yet. */
    public XmlElement(String name) {
        this(requireName(name), null, "", false, 0, 0);
    }

    XmlElement(String name, Map<String, XmlAttribute> attributes, String tail, boolean open, int line, int column) {
        this.name = name;
        this.attributes = attributes;
        this.tail = tail;
        this.open = open;
        this.line = line;
        this.column = column;
    }

    /** Reads the text of one element. */
    public static XmlElement parse(String text) {
        return XmlDocument.parse(text).root();
    }

    private static String requireName(String name) {
        if (!XmlCharacters.isName(name)) {
            throw new IllegalArgumentException("no name of an element or attribute: " + name);
        }
        return name;
    }

    /** The name as written, with its prefix. */
    public String name() {
        return name;
    }

    /** The name without its prefix. */
    public String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The namespace the element is in, null for none. */
    public String namespace() {
        int colon = name.indexOf(':');
        return namespaceOfPrefix(colon < 0 ? "" : name.substring(0, colon));
    }

    /** What a prefix means here ("" for the default namespace), null where it is not declared. */
    public String namespaceOfPrefix(String prefix) {
        if (prefix.equals("xml")) {
            return "http://www.w3.org/XML/1998/namespace";
        }
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (XmlElement element = this; element != null; element = element.parent) {
            String uri = element.attribute(declaration);
            if (uri != null) {
                return uri.isEmpty() ? null : uri;
            }
        }
        return null;
    }

    /** The element around this one, null for a root. */
    public XmlElement parent() {
        return parent;
    }

    /** The line of the start tag in the text that was read, from 1; 0 for an element made since. */
    public int line() {
        return line;
    }

    /** The column of the start tag, from 1; 0 for an element made since. */
    public int column() {
        return column;
    }

    /** The names from the root to this element, such as {@code /domain/devices/disk}. */
    public String path() {
        return (parent == null ? "" : parent.path()) + "/" + name;
    }

    /** The value of an attribute, null where there is none. */
    public String attribute(String attributeName) {
        XmlAttribute attribute = attributes == null ? null : attributes.get(attributeName);
        return attribute == null ? null : attribute.value();
    }

    /** Names and values of all attributes, namespace declarations too, in their order; a copy. */
    public Map<String, String> attributes() {
        Map<String, String> values = new LinkedHashMap<>();
        if (attributes != null) {
            attributes.forEach((key, attribute) -> values.put(key, attribute.value()));
        }
        return values;
    }

    Iterable<String> attributeNames() {
        return attributes == null ? List.of() : attributes.keySet();
    }

    public boolean hasAttributes() {
        return attributes != null && !attributes.isEmpty();
    }

    /** Sets an attribute, in its place where there is one already, else as the last; null takes it away. */
    public XmlElement setAttribute(String attributeName, String value) {
        if (value == null) {
            if (attributes != null) {
                attributes.remove(attributeName);
            }
            return this;
        }
        if (attributes == null) {
            attributes = new LinkedHashMap<>();
        }
        XmlAttribute present = attributes.get(attributeName);
        if (present == null) {
            attributes.put(attributeName, XmlAttribute.of(requireName(attributeName), requireCharacters(value)));
        } else if (!present.value().equals(value)) {
            attributes.put(attributeName, present.withValue(requireCharacters(value)));
        }
        return this;
    }

    private static String requireCharacters(String value) {
        if (!value.codePoints().allMatch(XmlCharacters::isAllowed)) {
            throw XmlErrors.refused("A text holds a character that no XML document can hold");
        }
        return value;
    }

    /** All that stands inside, in order; not to be changed. */
    public List<XmlNode> nodes() {
        return Collections.unmodifiableList(children);
    }

    /** How many things stand inside: looking for elements is what reading definitions is made of. */
    int size() {
        return children.size();
    }

    XmlNode node(int index) {
        return children.get(index);
    }

    /** The elements directly inside, in order; a copy. */
    public List<XmlElement> elements() {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : children) {
            if (node instanceof XmlElement element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The elements of that name directly inside, in order; a copy. */
    public List<XmlElement> elements(String elementName) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : children) {
            if (node instanceof XmlElement element && element.name.equals(elementName)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The first element of that name directly inside, null where there is none. */
    public XmlElement element(String elementName) {
        for (XmlNode node : children) {
            if (node instanceof XmlElement element && element.name.equals(elementName)) {
                return element;
            }
        }
        return null;
    }

    /** The character data directly inside, as it stands there; "" where there is none. */
    public String text() {
        if (children.size() == 1 && children.get(0) instanceof XmlText only) {
            return only.value();
        }
        StringBuilder out = new StringBuilder();
        for (XmlNode node : children) {
            if (node instanceof XmlText part) {
                out.append(part.value());
            }
        }
        return out.toString();
    }

    /** Replaces the character data directly inside; elements and comments stay. */
    public XmlElement setText(String value) {
        Objects.requireNonNull(value, "value");
        if (value.equals(text())) {
            return this;
        }
        requireCharacters(value);
        int at = 0;
        boolean blankOnly = true;
        for (int i = children.size() - 1; i >= 0; i--) {
            if (children.get(i) instanceof XmlText part && !part.isBlank()) {
                removeNode(i);
                at = i;
                blankOnly = false;
            }
        }
        if (blankOnly && elements().isEmpty()) {
            for (int i = children.size() - 1; i >= 0; i--) {
                if (children.get(i).isBlank()) {
                    removeNode(i);
                }
            }
        }
        if (!value.isEmpty()) {
            children.add(Math.min(at, children.size()), XmlText.of(value));
        }
        return this;
    }

    /** Whether there is nothing inside but white space. */
    public boolean isEmpty() {
        return children.stream().allMatch(XmlNode::isBlank);
    }

    /** Puts an element last inside this one, on a line of its own where its neighbours are. */
    public XmlElement add(XmlElement child) {
        XmlLayout.insert(this, child, null);
        return this;
    }

    /** Puts an element where the schema wants it among its new siblings, behind those of the same name. */
    public XmlElement insert(XmlElement child) {
        XmlLayout.insert(this, child, SchemaOrder.successor(this, child.name));
        return this;
    }

    /** Puts an element before one that stands inside this one. */
    public XmlElement insertBefore(XmlElement child, XmlElement successor) {
        if (successor.parent != this) {
            throw new IllegalArgumentException("<" + successor.name + "> does not stand in <" + name + ">");
        }
        XmlLayout.insert(this, child, successor);
        return this;
    }

    /** Takes an element out, with the line it stood on; it stands nowhere then. */
    public void remove(XmlElement child) {
        if (child.parent != this) {
            throw new IllegalArgumentException("<" + child.name + "> does not stand in <" + name + ">");
        }
        XmlLayout.remove(this, child);
    }

    /** Takes this element out of its parent; nothing happens where it stands nowhere. */
    public XmlElement detach() {
        if (parent != null) {
            parent.remove(this);
        }
        return this;
    }

    @Override
    public XmlElement copy() {
        Map<String, XmlAttribute> copied = attributes == null ? null : new LinkedHashMap<>(attributes);
        XmlElement copy = new XmlElement(name, copied, tail, open, line, column);
        copy.endTail = endTail;
        for (XmlNode node : children) {
            copy.append(node.copy());
        }
        return copy;
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(name);
        if (attributes != null) {
            for (XmlAttribute attribute : attributes.values()) {
                out.append(attribute.leading()).append(attribute.name()).append(attribute.raw());
            }
        }
        out.append(tail);
        if (children.isEmpty() && !open) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (XmlNode node : children) {
            node.write(out);
        }
        out.append("</").append(name).append(endTail).append('>');
    }

    /** The text of this element alone. */
    public String toText() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }

    boolean isOpen() {
        return open;
    }

    void setEndTail(String space) {
        endTail = space;
    }

    void append(XmlNode node) {
        insertNode(children.size(), node);
    }

    void insertNode(int at, XmlNode node) {
        children.add(at, node);
        if (node instanceof XmlElement element) {
            element.parent = this;
        }
    }

    void removeNode(int at) {
        if (children.remove(at) instanceof XmlElement element) {
            element.parent = null;
        }
        if (children.isEmpty()) {
            open = false;
            tail = "";
        }
    }

    int indexOf(XmlNode node) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) == node) {
                return i;
            }
        }
        return -1;
    }
}
