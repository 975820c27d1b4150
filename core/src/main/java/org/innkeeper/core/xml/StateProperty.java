package org.innkeeper.core.xml;

import java.util.List;
import java.util.Optional;

/** A value that an element gives by {@code state='on'} or {@code 'off'}, and by its mere presence as on. */
record StateProperty(String name, PropertyPath location) implements LocatedProperty<Boolean> {
    static final String STATE = "state";

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public List<Boolean> choices() {
        return List.of(true, false);
    }

    @Override
    public Optional<Boolean> get(XmlElement base) {
        XmlElement element = location.find(base);
        if (element == null) {
            return Optional.empty();
        }
        String state = element.attribute(STATE);
        if (state != null && !state.equals("on") && !state.equals("off")) {
            throw XmlErrors.unacceptable(element, "attribute 'state': '" + state + "' is not 'on' or 'off'");
        }
        return Optional.of(state == null || state.equals("on"));
    }

    @Override
    public void set(XmlElement base, Boolean value) {
        XmlElement element = location.create(base);
        boolean said = element.attribute(STATE) != null;
        if (said || !value) {
            element.setAttribute(STATE, value ? "on" : "off");
        }
    }

    @Override
    public void remove(XmlElement base) {
        XmlElement element = location.find(base);
        if (element != null) {
            XmlElement parent = element.parent();
            parent.remove(element);
            location.prune(base, parent);
        }
    }
}
