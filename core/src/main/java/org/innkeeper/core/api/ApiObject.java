package org.innkeeper.core.api;

import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.spi.Facet;

/** What all objects of the API have: the connection they belong to, and the way to call its driver. */
abstract class ApiObject {
    private final ConnectionCore core;

    ApiObject(ConnectionCore core) {
        this.core = core;
    }

    /**
     * The connection it belongs to: {@code virDomainGetConnect}, {@code virNetworkGetConnect}. The object outlives it, but
     * then every call fails.
     */
    public Connection connection() {
        return core.connection();
    }

    /** What errors of its calls are about, or null. */
    ErrorSubject subject() {
        return null;
    }

    final ConnectionCore core() {
        return core;
    }

    /** Begins a call; in errors it is named after this class and the method. */
    final <F extends Facet> Call<F> call(Class<F> kind, String method) {
        return new Call<>(core, kind, getClass().getSimpleName() + "." + method, subject());
    }
}
