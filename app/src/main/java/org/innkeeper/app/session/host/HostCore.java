package org.innkeeper.app.session.host;

import java.util.function.UnaryOperator;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.sample.Sampler;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/** What the parts of one session share. */
final class HostCore {
    private final Workers workers;
    private final Inventory inventory;
    private final Sampler sampler = new Sampler();
    private final Runnable changed;
    private volatile HostDefinition definition;
    private volatile Connection connection;
    private HostStatus status = HostStatus.UNKNOWN;

    HostCore(HostDefinition definition, Workers workers, Runnable changed) {
        this.definition = definition;
        this.workers = workers;
        this.changed = changed;
        inventory = new Inventory(definition.id());
    }

    Workers workers() {
        return workers;
    }

    Inventory inventory() {
        return inventory;
    }

    Sampler sampler() {
        return sampler;
    }

    HostDefinition definition() {
        return definition;
    }

    void setDefinition(HostDefinition newDefinition) {
        definition = newDefinition;
        changed.run();
    }

    /** The open connection, or null. */
    Connection connection() {
        return connection;
    }

    void setConnection(Connection newConnection) {
        connection = newConnection;
    }

    /** The open connection; fails where there is none. */
    Connection connected() {
        Connection open = connection;
        if (open == null) {
            throw new InnkeeperException(about(ErrorInfo.of(
                            ErrorCode.INVALID_CONN,
                            ErrorOrigin.NONE,
                            "the host " + definition.label() + " is not connected"))
                    .withRemedy("Connect it first."));
        }
        return open;
    }

    /** The error with the host as its subject, unless it names one. */
    ErrorInfo about(ErrorInfo error) {
        return error.subject() != null
                ? error
                : error.withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, definition.label()));
    }

    HostStatus status() {
        synchronized (this) {
            return status;
        }
    }

    void status(UnaryOperator<HostStatus> change) {
        synchronized (this) {
            status = change.apply(status);
        }
        changed.run();
    }

    /** Something about the guests is different. */
    void changed() {
        changed.run();
    }

    HostSnapshot snapshot() {
        HostStatus now = status();
        HostDefinition host = definition;
        return new HostSnapshot(
                host.id(),
                host.label(),
                host.uri(),
                host.readOnly(),
                now.state(),
                now.problem(),
                now.asOf(),
                now.features(),
                now.absences(),
                now.node(),
                now.load(),
                inventory.snapshot());
    }
}
