package org.innkeeper.core.xml.domain;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** An input device is on a bus that has such devices. */
final class InputRules {
    private InputRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement input : domain.devices("input")) {
            String type = InputProperties.TYPE
                    .get(input)
                    .orElseThrow(() -> XmlErrors.unacceptable(input, "attribute 'type' is missing"));
            String bus = InputProperties.BUS.get(input).orElse("");
            if (bus.equals("ps2") && !List.of("mouse", "keyboard").contains(type)) {
                throw XmlErrors.unsupported(input, "the bus 'ps2' has no input device of type '" + type + "'");
            }
            boolean attached = type.equals("evdev")
                    && InputProperties.SOURCE_DEVICE.get(input).isEmpty();
            if (attached) {
                throw XmlErrors.unacceptable(input, "an input device of type 'evdev' needs the 'dev' of its <source>");
            }
            if (type.equals("passthrough")
                    && InputProperties.EVENT_DEVICE.get(input).isEmpty()) {
                throw XmlErrors.unacceptable(
                        input, "an input device of type 'passthrough' needs the 'evdev' of its <source>");
            }
        }
    }
}
