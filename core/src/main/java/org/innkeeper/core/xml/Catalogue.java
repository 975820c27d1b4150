package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The declared properties of one kind of element, and where in a document such elements stand. A catalogue is filled
 * while its class is loaded and never changes after.
 */
public final class Catalogue {
    private final String name;
    private final String prefix;
    private final List<ElementPattern> patterns = new ArrayList<>();
    private final List<Property<?>> properties = new ArrayList<>();

    private Catalogue(String name, String prefix) {
        this.name = name;
        this.prefix = prefix;
    }

    /**
     * A catalogue for the elements at the given places, each from the root of the document: {@code devices/disk};
     * {@code *} is any element, {@code a|b} one of several, {@code **} any number of levels, and the empty text the
     * root.
     */
    public static Catalogue of(String name, String... places) {
        Catalogue catalogue = new Catalogue(name, "");
        for (String place : places) {
            catalogue.patterns.add(new ElementPattern(place));
        }
        return catalogue;
    }

    /**
     * A catalogue for an element that a document has at most once, and that need not be there: the base of its
     * properties is the root, and their paths are declared from the element on.
     */
    public static Catalogue section(String name, String place) {
        Catalogue catalogue = new Catalogue(name, place);
        catalogue.patterns.add(new ElementPattern(""));
        return catalogue;
    }

    /** The name of the kind of element, the first part of the names of its properties. */
    public String name() {
        return name;
    }

    /** All properties, in the order of their declaration. */
    public List<Property<?>> properties() {
        return Collections.unmodifiableList(properties);
    }

    /** The elements of this kind in a document, in document order per place. */
    public List<XmlElement> elements(XmlElement root) {
        List<XmlElement> found = new ArrayList<>();
        patterns.forEach(pattern -> pattern.collect(root, found));
        return found;
    }

    /** A text, as it stands. */
    public Property<String> text(String path) {
        return plain(path, ValueCodec.TEXT);
    }

    /** A text that should be one of some values. */
    public Property<String> choice(String path, String... values) {
        return plain(path, ValueCodec.choice(values));
    }

    /** A whole number of 32 bits, from 0. */
    public Property<Integer> integer(String path) {
        return plain(path, ValueCodec.INTEGER);
    }

    /** A whole number of 32 bits that may be negative. */
    public Property<Integer> signed(String path) {
        return plain(path, ValueCodec.SIGNED);
    }

    /** A whole number of 64 bits that may be negative. */
    public Property<Long> signedNumber(String path) {
        return plain(path, ValueCodec.SIGNED_NUMBER);
    }

    /** A whole number of 64 bits, from 0. */
    public Property<Long> number(String path) {
        return plain(path, ValueCodec.NUMBER);
    }

    /** A whole number of 32 bits, from 0, that is written in hexadecimal where it was not there before. */
    public Property<Integer> hex(String path) {
        return plain(path, ValueCodec.HEX);
    }

    /** A whole number of 64 bits, from 0, that is written in hexadecimal where it was not there before. */
    public Property<Long> hex64(String path) {
        return plain(path, ValueCodec.HEX_64);
    }

    /** {@code yes} or {@code no}. */
    public Property<Boolean> yesNo(String path) {
        return plain(path, ValueCodec.YES_NO);
    }

    /** {@code on} or {@code off}. */
    public Property<Boolean> onOff(String path) {
        return plain(path, ValueCodec.ON_OFF);
    }

    /** A UUID. */
    public Property<UUID> uuid(String path) {
        return plain(path, ValueCodec.UUID_TEXT);
    }

    /** The hardware address of a network card. */
    public Property<MacAddress> mac(String path) {
        return plain(path, ValueCodec.MAC);
    }

    /** An element that says yes by being there. */
    public Property<Boolean> present(String path) {
        return add(new PresenceProperty(nameOf(path), locate(path)));
    }

    /** An element that says on by being there, unless its attribute {@code state} says off. */
    public Property<Boolean> state(String path) {
        return add(new StateProperty(nameOf(path), locate(path)));
    }

    /** A size in KiB; a number without unit is KiB. */
    public Property<Long> kibibytes(String path) {
        return add(new SizeProperty(nameOf(path), locate(path), "unit", "KiB", "KiB"));
    }

    /** A size in bytes; a number without unit is bytes. */
    public Property<Long> bytes(String path) {
        return add(new SizeProperty(nameOf(path), locate(path), "unit", "bytes", "bytes"));
    }

    private <T> Property<T> plain(String path, ValueCodec<T> codec) {
        return add(new PlainProperty<>(nameOf(path), locate(path), codec));
    }

    private <T> Property<T> add(Property<T> property) {
        properties.add(property);
        return property;
    }

    private PropertyPath locate(String path) {
        boolean joined = prefix.isEmpty() || path.isEmpty() || path.startsWith("@");
        return PropertyPath.parse(joined ? prefix + path : prefix + "/" + path);
    }

    private String nameOf(String path) {
        String dotted = path.replaceAll("[/@]", ".").replaceAll("^\\.", "");
        return dotted.isEmpty() ? name : name + "." + dotted;
    }

    @Override
    public String toString() {
        return name;
    }
}
