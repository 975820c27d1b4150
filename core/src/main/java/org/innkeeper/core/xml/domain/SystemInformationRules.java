package org.innkeeper.core.xml.domain;

import java.util.UUID;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What the guest reads about its hardware has the forms that the tables demand. */
final class SystemInformationRules {
    private static final String DATE = "(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])/([0-9]{2}|[0-9]{4})";

    private SystemInformationRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement sysinfo : domain.root().elements("sysinfo")) {
            if (sysinfo.attribute("type") == null) {
                throw XmlErrors.unacceptable(sysinfo, "attribute 'type' is missing");
            }
        }
        for (XmlElement entry : SystemInformationEntryProperties.CATALOGUE.elements(domain.root())) {
            checkEntry(domain, entry);
        }
    }

    private static void checkEntry(DomainDocument domain, XmlElement entry) {
        String table = entry.parent().name();
        String name = entry.attribute("name");
        String value = entry.text().strip();
        if (name == null && !table.equals("oemStrings")) {
            throw XmlErrors.unacceptable(entry, "attribute 'name' is missing");
        }
        if (table.equals("bios") && "date".equals(name) && !value.matches(DATE)) {
            throw XmlErrors.unacceptable(entry, "'" + value + "' is no date of the form mm/dd/yyyy");
        }
        if (table.equals("system") && "uuid".equals(name)) {
            checkUuid(domain, entry, value);
        }
    }

    private static void checkUuid(DomainDocument domain, XmlElement entry, String value) {
        try {
            UUID uuid = UUID.fromString(value);
            if (domain.uuid().isPresent() && !domain.uuid().get().equals(uuid)) {
                throw XmlErrors.unacceptable(entry, "the UUID is not that of the domain");
            }
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(entry, "'" + value + "' is no UUID");
        }
    }
}
