package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a text into a tree that can be written again letter by letter. A reader of the platform would do the reading,
 * but it forgets how references, quotes and the space inside tags were written.
 */
final class XmlScanner extends XmlCursor {
    XmlScanner(String text) {
        super(text);
    }

    XmlDocument document() {
        List<XmlNode> prolog = new ArrayList<>();
        if (length > 0 && text.charAt(0) == '\uFEFF') {
            position = 1;
            prolog.add(new XmlMarkup("\uFEFF"));
        }
        if (lookingAt("<?xml") && position + 5 < length && XmlCharacters.isSpace(text.charAt(position + 5))) {
            prolog.add(markup("<?xml", "?>", "the XML declaration"));
        }
        misc(prolog);
        if (position >= length || text.charAt(position) != '<') {
            throw error(position >= length ? "the document has no element" : "text before the first element");
        }
        XmlElement root = elements();
        List<XmlNode> epilog = new ArrayList<>();
        misc(epilog);
        if (position < length) {
            throw error("extra content after the end of <" + root.name() + ">");
        }
        return new XmlDocument(prolog, root, epilog);
    }

    private void misc(List<XmlNode> nodes) {
        while (position < length) {
            int start = position;
            skipSpace();
            if (position > start) {
                String space = text.substring(start, position);
                nodes.add(new XmlText(space, space));
            } else if (lookingAt("<!--")) {
                nodes.add(comment());
            } else if (lookingAt("<?")) {
                nodes.add(instruction());
            } else if (lookingAt("<!DOCTYPE")) {
                throw error("a document with a DOCTYPE is not accepted; remove it");
            } else {
                return;
            }
        }
    }

    /** The root and all below it, without recursion: depth costs no stack. */
    private XmlElement elements() {
        XmlElement root = startTag(null);
        XmlElement open = root.isOpen() ? root : null;
        int depth = 1;
        while (open != null) {
            if (position >= length) {
                throw error("the document ends before </" + open.name() + ">, opened in line " + open.line());
            }
            if (text.charAt(position) != '<') {
                open.append(characters());
            } else if (lookingAt("</")) {
                endTag(open);
                open = open.parent();
                depth--;
            } else if (lookingAt("<!--")) {
                open.append(comment());
            } else if (lookingAt("<![CDATA[")) {
                open.append(cdata());
            } else if (lookingAt("<?")) {
                open.append(instruction());
            } else {
                if (depth == XmlDocument.MAX_DEPTH) {
                    throw error("elements are nested more than " + XmlDocument.MAX_DEPTH + " deep");
                }
                XmlElement child = startTag(open);
                if (child.isOpen()) {
                    open = child;
                    depth++;
                }
            }
        }
        return root;
    }

    private XmlElement startTag(XmlElement parent) {
        int startLine = line();
        int column = column();
        position++;
        String name = name("an element name");
        Map<String, XmlAttribute> attributes = null;
        while (true) {
            int spaceStart = position;
            skipSpace();
            if (position >= length) {
                throw error("the document ends within <" + name + ">");
            }
            char c = text.charAt(position);
            if (c == '>' || c == '/') {
                String tail = text.substring(spaceStart, position);
                boolean open = c == '>';
                if (!open && !lookingAt("/>")) {
                    throw error("'>' is missing after '/' in <" + name + ">");
                }
                position += open ? 1 : 2;
                XmlElement element = new XmlElement(name, attributes, tail, open, startLine, column);
                if (parent != null) {
                    parent.append(element);
                }
                checkPrefixes(element);
                return element;
            }
            if (position == spaceStart) {
                throw error("white space is missing before an attribute of <" + name + ">");
            }
            XmlAttribute attribute = attribute(text.substring(spaceStart, position), name);
            if (attributes == null) {
                attributes = new LinkedHashMap<>();
            }
            if (attributes.putIfAbsent(attribute.name(), attribute) != null) {
                throw error("<" + name + "> has two attributes '" + attribute.name() + "'");
            }
        }
    }

    private void checkPrefixes(XmlElement element) {
        checkPrefix(element, element.name());
        for (String attribute : element.attributeNames()) {
            if (!attribute.startsWith("xmlns:") && !attribute.startsWith("xml:")) {
                checkPrefix(element, attribute);
            }
        }
    }

    private void checkPrefix(XmlElement element, String name) {
        int colon = name.indexOf(':');
        if (colon >= 0 && element.namespaceOfPrefix(name.substring(0, colon)) == null) {
            String prefix = name.substring(0, colon);
            throw XmlErrors.notWellFormed(
                    "the prefix of '" + name + "' is not declared; add xmlns:" + prefix + "='...'",
                    element.line(),
                    element.column());
        }
    }

    private XmlAttribute attribute(String leading, String element) {
        String name = name("an attribute name or the end of <" + element + ">");
        int rawStart = position;
        skipSpace();
        if (position >= length || text.charAt(position) != '=') {
            throw error("'=' is missing after attribute '" + name + "' of <" + element + ">");
        }
        position++;
        skipSpace();
        char quote = position < length ? text.charAt(position) : 0;
        if (quote != '\'' && quote != '"') {
            throw error("the value of attribute '" + name + "' of <" + element + "> is not quoted");
        }
        int end = text.indexOf(quote, position + 1);
        if (end < 0) {
            throw error("the value of attribute '" + name + "' of <" + element + "> does not end");
        }
        int valueStart = position + 1;
        int less = text.indexOf('<', valueStart);
        if (less >= 0 && less < end) {
            position = less;
            throw error("'<' in the value of attribute '" + name + "' of <" + element + ">");
        }
        String value = decode(valueStart, end, true);
        position = end + 1;
        return new XmlAttribute(leading, name, value, text.substring(rawStart, position));
    }

    private void endTag(XmlElement open) {
        int start = position;
        position += 2;
        String name = name("an element name");
        if (!name.equals(open.name())) {
            position = start;
            throw error("</" + name + "> where </" + open.name() + "> was expected, opened in line " + open.line());
        }
        int space = position;
        skipSpace();
        if (position >= length || text.charAt(position) != '>') {
            throw error("'>' is missing after </" + name);
        }
        if (position > space) {
            open.setEndTail(text.substring(space, position));
        }
        position++;
    }

    private XmlText characters() {
        int start = position;
        int end = text.indexOf('<', start);
        if (end < 0) {
            end = length;
        }
        String value = decode(start, end, false);
        position = end;
        String raw = text.substring(start, end);
        return new XmlText(value.equals(raw) ? raw : value, raw);
    }

    private XmlText cdata() {
        int start = position;
        int end = text.indexOf("]]>", start);
        if (end < 0) {
            throw error("a CDATA section does not end");
        }
        checkCharacters(start, end);
        position = end + 3;
        String value = text.substring(start + 9, end).replace("\r\n", "\n").replace('\r', '\n');
        return new XmlText(value, text.substring(start, position));
    }

    private XmlMarkup comment() {
        int start = position;
        int dashes = text.indexOf("--", start + 4);
        if (dashes >= 0 && !text.startsWith("-->", dashes)) {
            position = dashes;
            throw error("'--' within a comment");
        }
        return markup("<!--", "-->", "a comment");
    }

    private XmlMarkup instruction() {
        int start = position;
        position += 2;
        String target = name("the name of a processing instruction");
        if (target.equalsIgnoreCase("xml")) {
            position = start;
            throw error("the XML declaration is only allowed at the start of the document");
        }
        position = start;
        return markup("<?", "?>", "a processing instruction");
    }

    private XmlMarkup markup(String opening, String closing, String what) {
        int start = position;
        int end = text.indexOf(closing, start + opening.length());
        if (end < 0) {
            throw error(what + " does not end");
        }
        checkCharacters(start, end);
        position = end + closing.length();
        return new XmlMarkup(text.substring(start, position));
    }
}
