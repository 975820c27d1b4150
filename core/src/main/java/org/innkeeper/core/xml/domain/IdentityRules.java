package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** A domain has a name that can be a file's name, a title of one line, and a kind of machine. */
final class IdentityRules {
    private IdentityRules() {}

    static void check(DomainDocument domain) {
        XmlElement root = domain.root();
        if (domain.name().isBlank()) {
            throw XmlErrors.unacceptable(root, "the domain has no <name>");
        }
        if (domain.name().contains("/")) {
            throw XmlErrors.unacceptable(root.element("name"), "a name cannot contain '/'");
        }
        if (domain.name().contains("\n")) {
            throw XmlErrors.unacceptable(root.element("name"), "a name must be one line");
        }
        if (domain.get(DomainProperties.TITLE).orElse("").strip().contains("\n")) {
            throw XmlErrors.unacceptable(root.element("title"), "a title must be one line");
        }
        boolean bootloader = root.element("bootloader") != null;
        if (!bootloader && domain.get(OsProperties.TYPE).isEmpty()) {
            throw XmlErrors.unacceptable(root, "the domain has no <os> with a <type>");
        }
    }
}
