package org.innkeeper.driver.xen.facet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.xen.part.DomainRecord;

/** What happened between two looks at the domains, as events in the order in which it can have happened. */
final class DomainDifferences {
    private final List<ConnectionEvent> events = new ArrayList<>();

    private DomainDifferences() {}

    static List<ConnectionEvent> between(Map<UUID, DomainRecord> before, Map<UUID, DomainRecord> now) {
        DomainDifferences differences = new DomainDifferences();
        Map<UUID, DomainRecord> gone = new LinkedHashMap<>(before);
        gone.keySet().removeAll(now.keySet());
        gone.values().forEach(domain -> differences.compare(domain, null));
        now.forEach((uuid, domain) -> differences.compare(before.get(uuid), domain));
        return differences.events;
    }

    private void compare(DomainRecord before, DomainRecord now) {
        if (!isStored(before) && isStored(now)) {
            tell(now, DomainLifecycleType.DEFINED);
        }
        boolean sameRun = before != null && now != null && before.active() && before.id() == now.id();
        if (sameRun) {
            compareStates(before, now);
        } else {
            if (before != null && before.active()) {
                tell(before, DomainLifecycleType.STOPPED);
            }
            if (now != null && now.active()) {
                tell(now, DomainLifecycleType.STARTED);
                compareStates(null, now);
            }
        }
        if (isStored(before) && !isStored(now)) {
            tell(now == null ? before : now, DomainLifecycleType.UNDEFINED);
        }
    }

    private void compareStates(DomainRecord before, DomainRecord now) {
        DomainState old = before == null ? DomainState.RUNNING : before.state();
        if (old == now.state()) {
            return;
        }
        if (now.state() == DomainState.PAUSED) {
            tell(now, DomainLifecycleType.SUSPENDED);
        } else if (now.state() == DomainState.CRASHED) {
            tell(now, DomainLifecycleType.CRASHED);
        } else if (old == DomainState.PAUSED) {
            tell(now, DomainLifecycleType.RESUMED);
        }
    }

    private static boolean isStored(DomainRecord domain) {
        return domain != null && Boolean.TRUE.equals(domain.stored());
    }

    private void tell(DomainRecord domain, DomainLifecycleType type) {
        events.add(new ConnectionEvent.DomainLifecycle(domain.key().ref(), type, 0));
    }
}
