package org.innkeeper.core.xml;

import java.util.List;
import java.util.Optional;

/** A value that is the text of one element or one attribute. */
record PlainProperty<T>(String name, PropertyPath location, ValueCodec<T> codec) implements LocatedProperty<T> {
    @Override
    public Class<T> type() {
        return codec.type();
    }

    @Override
    public List<T> choices() {
        return codec.choices();
    }

    @Override
    public Optional<T> get(XmlElement base) {
        XmlElement element = location.find(base);
        if (element == null) {
            return Optional.empty();
        }
        String text = location.attribute() == null ? element.text() : element.attribute(location.attribute());
        if (text == null || location.attribute() == null && text.isBlank()) {
            return Optional.empty();
        }
        boolean verbatim = codec.type() == String.class && codec.choices().isEmpty();
        try {
            return Optional.of(codec.decode().apply(verbatim ? text : text.strip()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            String what = location.attribute() == null ? "" : "attribute '" + location.attribute() + "': ";
            throw XmlErrors.unacceptable(element, what + "'" + text.strip() + "' is not " + codec.expected());
        }
    }

    @Override
    public void set(XmlElement base, T value) {
        if (holds(base, value)) {
            return;
        }
        XmlElement element = location.create(base);
        if (location.attribute() == null) {
            String present = element.text().strip();
            element.setText(codec.encode().apply(value, present.isEmpty() ? null : present));
        } else {
            String present = element.attribute(location.attribute());
            element.setAttribute(location.attribute(), codec.encode().apply(value, present));
        }
    }

    @Override
    public void remove(XmlElement base) {
        XmlElement element = location.find(base);
        if (element == null) {
            return;
        }
        if (location.attribute() == null) {
            element.setText("");
        } else if (element.attribute(location.attribute()) == null) {
            return;
        } else {
            element.setAttribute(location.attribute(), null);
        }
        location.prune(base, element);
    }
}
