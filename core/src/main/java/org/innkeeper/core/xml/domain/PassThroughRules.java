package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What is handed to QEMU and to the firmware as it stands is complete. */
final class PassThroughRules {
    private PassThroughRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement argument : QemuArgumentProperties.CATALOGUE.elements(domain.root())) {
            if (argument.attribute("value") == null) {
                throw XmlErrors.unacceptable(argument, "attribute 'value' is missing");
            }
        }
        for (XmlElement variable : QemuEnvironmentProperties.CATALOGUE.elements(domain.root())) {
            String name = variable.attribute("name");
            if (name == null || !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw XmlErrors.unacceptable(variable, "the 'name' of a variable starts with a letter or '_'");
            }
        }
        for (XmlElement sysinfo : domain.root().elements("sysinfo")) {
            if ("fwcfg".equals(sysinfo.attribute("type"))) {
                sysinfo.elements("entry").forEach(PassThroughRules::checkFirmwareEntry);
            }
        }
    }

    private static void checkFirmwareEntry(XmlElement entry) {
        String name = entry.attribute("name");
        if (name == null || !name.startsWith("opt/")) {
            throw XmlErrors.unacceptable(entry, "the 'name' of a firmware entry must start with opt/");
        }
        if (name.startsWith("opt/ovmf/") || name.startsWith("opt/org.qemu/")) {
            throw XmlErrors.unacceptable(entry, "names that start with opt/ovmf/ or opt/org.qemu/ are reserved");
        }
        if (entry.text().isBlank() == (entry.attribute("file") == null)) {
            throw XmlErrors.unacceptable(entry, "either a text or a 'file' must be given");
        }
    }
}
