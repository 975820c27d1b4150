package org.innkeeper.core.api;

import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DomainRef;

/** A group of functions of one domain. */
abstract class DomainPart extends ApiObject {
    private final Domain domain;

    DomainPart(Domain domain) {
        super(domain.core());
        this.domain = domain;
    }

    public Domain domain() {
        return domain;
    }

    final DomainRef ref() {
        return domain.ref();
    }

    @Override
    ErrorSubject subject() {
        return domain.subject();
    }
}
