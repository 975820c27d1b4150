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
    private final List<ElementPattern> patterns = new ArrayList<>();
    private final List<Property<?>> properties = new ArrayList<>();

    private Catalogue(String name) {
        this.name = name;
    }

    /**
     * A catalogue for the elements at the given places, each from the root of the document: {@code devices/disk};
     * {@code *} is any element, {@code a|b} one of several, {@code **} any number of levels, and the empty text the
     * root.
     */
    static Catalogue of(String name, String... places) {
        Catalogue catalogue = new Catalogue(name);
        for (String place : places) {
            catalogue.patterns.add(new ElementPattern(place));
        }
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

    Property<String> text(String path) {
        return plain(path, ValueCodec.TEXT);
    }

    Property<String> choice(String path, String... values) {
        return plain(path, ValueCodec.choice(values));
    }

    Property<Integer> integer(String path) {
        return plain(path, ValueCodec.INTEGER);
    }

    Property<Long> number(String path) {
        return plain(path, ValueCodec.NUMBER);
    }

    Property<Integer> hex(String path) {
        return plain(path, ValueCodec.HEX);
    }

    Property<Boolean> yesNo(String path) {
        return plain(path, ValueCodec.YES_NO);
    }

    Property<Boolean> onOff(String path) {
        return plain(path, ValueCodec.ON_OFF);
    }

    Property<UUID> uuid(String path) {
        return plain(path, ValueCodec.UUID_TEXT);
    }

    Property<MacAddress> mac(String path) {
        return plain(path, ValueCodec.MAC);
    }

    Property<Boolean> present(String path) {
        return add(new PresenceProperty(nameOf(path), PropertyPath.parse(path)));
    }

    /** A size in KiB; a number without unit is KiB. */
    Property<Long> kibibytes(String path) {
        return add(new SizeProperty(nameOf(path), PropertyPath.parse(path), "unit", "KiB", "KiB"));
    }

    /** A size in bytes; a number without unit is bytes. */
    Property<Long> bytes(String path) {
        return add(new SizeProperty(nameOf(path), PropertyPath.parse(path), "unit", "bytes", "bytes"));
    }

    private <T> Property<T> plain(String path, ValueCodec<T> codec) {
        return add(new PlainProperty<>(nameOf(path), PropertyPath.parse(path), codec));
    }

    private <T> Property<T> add(Property<T> property) {
        properties.add(property);
        return property;
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
