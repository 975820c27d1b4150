package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The clock has what its kind needs, and each timer has a name. */
final class ClockRules {
    private ClockRules() {}

    static void check(DomainDocument domain) {
        XmlElement clock = domain.root().element("clock");
        if (clock == null) {
            return;
        }
        String offset = domain.get(ClockProperties.OFFSET).orElse("");
        if (offset.equals("timezone") && domain.get(ClockProperties.TIME_ZONE).isEmpty()) {
            throw XmlErrors.unacceptable(clock, "offset 'timezone' needs the attribute 'timezone'");
        }
        if (offset.equals("absolute") && domain.get(ClockProperties.START).isEmpty()) {
            throw XmlErrors.unacceptable(clock, "offset 'absolute' needs the attribute 'start'");
        }
        String adjustment = domain.get(ClockProperties.ADJUSTMENT).orElse("reset");
        if (!adjustment.equals("reset") && !adjustment.matches("[-+]?[0-9]{1,18}")) {
            throw XmlErrors.unacceptable(clock, "'adjustment' must be a number of seconds or 'reset'");
        }
        for (XmlElement timer : clock.elements("timer")) {
            if (timer.attribute("name") == null) {
                throw XmlErrors.unacceptable(timer, "attribute 'name' is missing");
            }
        }
    }
}
