package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlErrors;

/** A domain has a name. */
final class IdentityRules {
    private IdentityRules() {}

    static void check(DomainDocument domain) {
        if (domain.name().isBlank()) {
            throw XmlErrors.unacceptable(domain.root(), "the domain has no <name>");
        }
        if (domain.name().contains("/")) {
            throw XmlErrors.unacceptable(domain.root().element("name"), "a name cannot contain '/'");
        }
    }
}
