package org.innkeeper.core.xml.domain;

import java.util.List;
import java.util.function.Consumer;

/** What any definition must keep, whatever hypervisor it is for; each rule names the element that breaks it. */
final class DomainRules {
    private static final List<Consumer<DomainDocument>> RULES = List.of(IdentityRules::check);

    private DomainRules() {}

    static void check(DomainDocument domain) {
        RULES.forEach(rule -> rule.accept(domain));
    }
}
