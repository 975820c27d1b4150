package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A document that is edited in place. What nobody touches is written as it was read: order, unknown elements and
 * attributes, comments, instructions, references, CDATA sections, white space and prefixes.
 *
 * <p>Not thread-safe. A text with a DOCTYPE, of more than {@link #MAX_LENGTH} characters or bytes, or with elements
 * more than {@link #MAX_DEPTH} deep is always refused; no entity but the five of XML and the numeric ones is known.
 */
public final class XmlDocument {
    /** The greatest length, in bytes or characters: 16 MiB. */
    public static final int MAX_LENGTH = 16 << 20;
    /** How deep elements may be nested, the root counted. */
    public static final int MAX_DEPTH = 256;

    private final List<XmlNode> prolog;
    private final XmlElement root;
    private final List<XmlNode> epilog;

    XmlDocument(List<XmlNode> prolog, XmlElement root, List<XmlNode> epilog) {
        this.prolog = prolog;
        this.root = Objects.requireNonNull(root, "root");
        this.epilog = epilog;
    }

    /** A document of one element, which must have no parent. */
    public static XmlDocument of(XmlElement root) {
        if (root.parent() != null) {
            throw new IllegalArgumentException("<" + root.name() + "> stands in another document");
        }
        return new XmlDocument(List.of(), root, List.of(XmlText.of("\n")));
    }

    /**
     * Reads a text; what its declaration says about an encoding does not matter any more.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL with line (int1) and column (int2) where the text
     *     is not well-formed, XML_ERROR where it is beyond a limit or has a DOCTYPE
     */
    public static XmlDocument parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw tooLong();
        }
        return new XmlScanner(text).document();
    }

    /** Reads bytes, in the encoding that their byte order mark or declaration names, else UTF-8. */
    public static XmlDocument parse(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw tooLong();
        }
        return new XmlScanner(XmlEncoding.decode(bytes)).document();
    }

    private static RuntimeException tooLong() {
        return XmlErrors.refused("The document is longer than " + (MAX_LENGTH >> 20) + " MiB");
    }

    public XmlElement root() {
        return root;
    }

    /** The whole text; equal to the text that was read where nothing was changed. */
    public String toText() {
        StringBuilder out = new StringBuilder(4096);
        prolog.forEach(node -> node.write(out));
        root.write(out);
        epilog.forEach(node -> node.write(out));
        return out.toString();
    }

    /** A document of its own with the same content. */
    public XmlDocument copy() {
        return new XmlDocument(new ArrayList<>(prolog), root.copy(), new ArrayList<>(epilog));
    }

    @Override
    public String toString() {
        return "XmlDocument[" + root.name() + "]";
    }
}
