package org.innkeeper.core.xml.domain;

import java.util.HashMap;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;

/**
 * The secrets in a definition, such as the password of a display. A text with secrets is never kept, logged or shown; a
 * placeholder stands for each, and the secret of today is put back before the definition goes to the host.
 */
public final class DomainSecrets {
    /** What stands for a secret; no one would choose it for a password. */
    public static final String PLACEHOLDER = "(hidden secret)";

    private static final String PASSWORD = "passwd";

    private DomainSecrets() {}

    /** A copy with a placeholder for each secret. */
    public static DomainDocument hidden(DomainDocument domain) {
        DomainDocument copy = domain.copy();
        for (XmlElement element : holders(copy).values()) {
            if (element.attribute(PASSWORD) != null) {
                element.setAttribute(PASSWORD, PLACEHOLDER);
            } else if (element.name().equals("cookie")) {
                element.setText(PLACEHOLDER);
            }
        }
        return copy;
    }

    /** Whether a definition has a placeholder where a secret should be. */
    public static boolean hasPlaceholders(DomainDocument domain) {
        return holders(domain).values().stream().anyMatch(DomainSecrets::isHidden);
    }

    /**
     * Puts secrets back in place.
     *
     * @param edited the definition with placeholders; it is changed. A secret that was typed in stays
     * @param today the definition as the host has it now, read with secrets; where it has none for a placeholder, there
     *     is none afterwards
     */
    public static void restore(DomainDocument edited, DomainDocument today) {
        Map<String, XmlElement> known = holders(today);
        holders(edited).forEach((key, element) -> {
            if (!isHidden(element)) {
                return;
            }
            XmlElement source = known.get(key);
            if (element.name().equals("cookie")) {
                element.setText(source == null ? "" : source.text());
            } else {
                element.setAttribute(PASSWORD, source == null ? null : source.attribute(PASSWORD));
            }
        });
    }

    private static boolean isHidden(XmlElement element) {
        return PLACEHOLDER.equals(element.attribute(PASSWORD))
                || element.name().equals("cookie") && element.text().strip().equals(PLACEHOLDER);
    }

    /** The elements that can hold a secret, by what they are known by in every version of the definition. */
    private static Map<String, XmlElement> holders(DomainDocument domain) {
        Map<String, XmlElement> holders = new HashMap<>();
        for (XmlElement graphics : domain.devices("graphics")) {
            holders.put("graphics " + graphics.attribute("type"), graphics);
        }
        for (XmlElement disk : domain.devices("disk")) {
            XmlElement source = disk.element("source");
            XmlElement cookies = source == null ? null : source.element("cookies");
            if (cookies != null) {
                String target = DiskProperties.TARGET.get(disk).orElse("");
                cookies.elements("cookie")
                        .forEach(cookie -> holders.put("cookie " + target + " " + cookie.attribute("name"), cookie));
            }
        }
        return holders;
    }
}
