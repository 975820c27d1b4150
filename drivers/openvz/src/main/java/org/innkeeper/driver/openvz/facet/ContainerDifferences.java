package org.innkeeper.driver.openvz.facet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.openvz.host.Container;

/** What happened between two looks at the containers, as events in the order in which it can have happened. */
final class ContainerDifferences {
    /** libvirt's {@code virDomainEventDefinedDetailType}: added, updated, renamed. */
    private static final int ADDED = 0;

    private static final int UPDATED = 1;
    private static final int RENAMED = 2;

    /** libvirt's {@code virDomainEventStartedDetailType}. */
    private static final int BOOTED = 0;

    private static final int RESTORED = 2;

    /** libvirt's {@code virDomainEventStoppedDetailType}. */
    private static final int SHUT_DOWN = 0;

    private static final int SAVED = 4;

    private final List<ConnectionEvent> events = new ArrayList<>();

    private ContainerDifferences() {}

    static List<ConnectionEvent> between(Map<UUID, Container> before, Map<UUID, Container> now) {
        ContainerDifferences differences = new ContainerDifferences();
        Map<UUID, Container> gone = new LinkedHashMap<>(before);
        gone.keySet().removeAll(now.keySet());
        gone.values().forEach(differences::gone);
        now.forEach((uuid, container) -> differences.compare(before.get(uuid), container));
        return differences.events;
    }

    private void gone(Container before) {
        if (before.running()) {
            tell(before, DomainLifecycleType.STOPPED, SHUT_DOWN);
        }
        tell(before, DomainLifecycleType.UNDEFINED, 0);
    }

    private void compare(Container before, Container now) {
        if (before == null) {
            tell(now, DomainLifecycleType.DEFINED, ADDED);
        } else if (!before.name().equals(now.name())) {
            tell(now, DomainLifecycleType.DEFINED, RENAMED);
        } else if (!before.config().text().equals(now.config().text())) {
            tell(now, DomainLifecycleType.DEFINED, UPDATED);
        }
        boolean ran = before != null && before.running();
        if (ran && !now.running()) {
            tell(now, DomainLifecycleType.STOPPED, now.saved() ? SAVED : SHUT_DOWN);
        } else if (!ran && now.running()) {
            tell(now, DomainLifecycleType.STARTED, before != null && before.saved() ? RESTORED : BOOTED);
        }
        boolean waited = ran && before.state() == DomainState.PAUSED;
        if (!waited && now.state() == DomainState.PAUSED) {
            tell(now, DomainLifecycleType.SUSPENDED, 0);
        } else if (waited && now.state() == DomainState.RUNNING) {
            tell(now, DomainLifecycleType.RESUMED, 0);
        }
    }

    private void tell(Container container, DomainLifecycleType type, int detail) {
        events.add(new ConnectionEvent.DomainLifecycle(container.ref(), type, detail));
    }
}
