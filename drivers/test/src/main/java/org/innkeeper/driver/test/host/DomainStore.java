package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DomainFlags;

/** The domains of a host in the order they came. Used under the lock of the host. */
public final class DomainStore {
    private final Map<UUID, TestDomain> byUuid = new LinkedHashMap<>();
    private final Map<String, TestDomain> byName = new HashMap<>();

    public Collection<TestDomain> all() {
        return Collections.unmodifiableCollection(byUuid.values());
    }

    public int size() {
        return byUuid.size();
    }

    void add(TestDomain domain) {
        byUuid.put(domain.uuid(), domain);
        byName.put(domain.name(), domain);
    }

    void remove(TestDomain domain) {
        byUuid.remove(domain.uuid());
        byName.remove(domain.name());
    }

    void rename(TestDomain domain, String newName) {
        byName.remove(domain.name());
        domain.setName(newName);
        byName.put(newName, domain);
    }

    TestDomain findByName(String name) {
        return byName.get(name);
    }

    TestDomain findByUuid(UUID uuid) {
        return byUuid.get(uuid);
    }

    /** The domain a reference names. */
    public TestDomain get(DomainRef ref) {
        TestDomain domain = byUuid.get(ref.uuid());
        if (domain == null) {
            throw missing("name '" + ref.name() + "' and UUID " + ref.uuid(), ref.name());
        }
        return domain;
    }

    public TestDomain byName(String name) {
        TestDomain domain = byName.get(name);
        if (domain == null) {
            throw missing("name '" + name + "'", name);
        }
        return domain;
    }

    public TestDomain byUuid(UUID uuid) {
        TestDomain domain = byUuid.get(uuid);
        if (domain == null) {
            throw missing("UUID " + uuid, uuid.toString());
        }
        return domain;
    }

    public TestDomain byId(int id) {
        for (TestDomain domain : byUuid.values()) {
            if (domain.isActive() && domain.run().id() == id) {
                return domain;
            }
        }
        throw missing("id " + id, Integer.toString(id));
    }

    private static RuntimeException missing(String what, String name) {
        return HostErrors.about(
                ErrorCode.NO_DOMAIN,
                ErrorSubject.Kind.DOMAIN,
                name,
                "There is no domain with " + what,
                "It may have been removed meanwhile; read the list again");
    }

    /** The domains that match {@code LIST_} flags. */
    public List<TestDomain> matching(long flags) {
        if (flags == 0) {
            return new ArrayList<>(byUuid.values());
        }
        List<TestDomain> found = new ArrayList<>();
        for (TestDomain domain : byUuid.values()) {
            if (matches(domain, flags)) {
                found.add(domain);
            }
        }
        return found;
    }

    private static boolean matches(TestDomain domain, long flags) {
        return pair(flags, DomainFlags.LIST_ACTIVE, DomainFlags.LIST_INACTIVE, domain.isActive())
                && pair(flags, DomainFlags.LIST_PERSISTENT, DomainFlags.LIST_TRANSIENT, domain.isPersistent())
                && pair(flags, DomainFlags.LIST_AUTOSTART, DomainFlags.LIST_NO_AUTOSTART, domain.autostart())
                && pair(
                        flags,
                        DomainFlags.LIST_MANAGED_SAVE,
                        DomainFlags.LIST_NO_MANAGED_SAVE,
                        domain.managedSave() != null)
                && pair(
                        flags,
                        DomainFlags.LIST_HAS_SNAPSHOT,
                        DomainFlags.LIST_NO_SNAPSHOT,
                        !domain.snapshots().isEmpty())
                && pair(flags, DomainFlags.LIST_HAS_CHECKPOINT, DomainFlags.LIST_NO_CHECKPOINT, false)
                && stateMatches(domain.state(), flags);
    }

    private static boolean pair(long flags, long yes, long no, boolean value) {
        return (flags & (yes | no)) == 0 || (flags & (value ? yes : no)) != 0;
    }

    private static boolean stateMatches(DomainState state, long flags) {
        long states =
                DomainFlags.LIST_RUNNING | DomainFlags.LIST_PAUSED | DomainFlags.LIST_SHUTOFF | DomainFlags.LIST_OTHER;
        long bit =
                switch (state) {
                    case RUNNING -> DomainFlags.LIST_RUNNING;
                    case PAUSED -> DomainFlags.LIST_PAUSED;
                    case SHUT_OFF -> DomainFlags.LIST_SHUTOFF;
                    default -> DomainFlags.LIST_OTHER;
                };
        return (flags & states) == 0 || (flags & bit) != 0;
    }
}
