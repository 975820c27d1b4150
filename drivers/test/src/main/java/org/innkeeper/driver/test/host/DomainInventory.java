package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.xml.XmlElement;

/** Definitions of domains: adding, editing and removing them. Used under the lock of the host. */
public final class DomainInventory {
    private final TestHost host;
    private final DomainReader reader;

    DomainInventory(TestHost host) {
        this.host = host;
        reader = new DomainReader(host.ids());
    }

    public DomainReader reader() {
        return reader;
    }

    /** Stores a definition, new or in the place of the one with the same UUID. */
    public TestDomain define(String xml) {
        DomainDefinition definition = reader.read(xml);
        TestDomain domain = host.domains().findByUuid(definition.facts().uuid());
        requireFree(definition, domain);
        boolean added = domain == null;
        if (added) {
            domain = new TestDomain(host, definition);
            host.domains().add(domain);
        }
        domain.setPersistent(definition);
        host.events().post(domain, DomainLifecycleType.DEFINED, added ? Detail.DEFINED_ADDED : Detail.DEFINED_UPDATED);
        return domain;
    }

    /** Starts a domain that is not defined, or one that is, with this XML. */
    public TestDomain create(String xml, boolean paused) {
        DomainDefinition definition = reader.read(xml);
        return admit(definition, paused, Reason.RUNNING_BOOTED, Detail.STARTED_BOOTED);
    }

    /** Starts a run of a definition that comes from elsewhere; the domain may be known here. */
    public TestDomain admit(DomainDefinition definition, boolean paused, int reason, int detail) {
        TestDomain domain = known(definition);
        host.life().requireInactive(domain);
        host.life().begin(domain, definition, paused, reason, detail);
        return domain;
    }

    /** The domain that has the name and UUID of a definition; a new one where both are free. */
    TestDomain known(DomainDefinition definition) {
        TestDomain domain = host.domains().findByUuid(definition.facts().uuid());
        requireFree(definition, domain);
        if (domain == null) {
            domain = new TestDomain(host, definition);
            host.domains().add(domain);
        }
        return domain;
    }

    /** Adds a domain that is simply there, without events. */
    public TestDomain place(DomainDefinition definition, boolean persistent) {
        requireFree(definition, host.domains().findByUuid(definition.facts().uuid()));
        TestDomain domain = new TestDomain(host, definition);
        host.domains().add(domain);
        domain.setPersistent(persistent ? definition : null);
        return domain;
    }

    private void requireFree(DomainDefinition definition, TestDomain sameUuid) {
        DomainFacts facts = definition.facts();
        TestDomain sameName = host.domains().findByName(facts.name());
        if (sameName != null && sameName != sameUuid) {
            throw HostErrors.domain(
                    ErrorCode.DOM_EXIST,
                    sameName,
                    "A domain '" + facts.name() + "' exists already with the UUID " + sameName.uuid(),
                    "Choose another name");
        }
        if (sameUuid != null && !sameUuid.name().equals(facts.name())) {
            throw HostErrors.domain(
                    ErrorCode.DOM_EXIST,
                    sameUuid,
                    "The domain '" + sameUuid.name() + "' has the UUID " + facts.uuid() + " already",
                    "Leave the UUID out, or rename the domain");
        }
    }

    public void undefine(TestDomain domain, boolean managedSaveToo, boolean snapshotsToo) {
        if (!domain.isPersistent()) {
            throw HostErrors.state(domain, "is transient and has no definition", null);
        }
        if (domain.managedSave() != null && !managedSaveToo) {
            throw HostErrors.state(
                    domain, "has a managed save, which undefining would lose", "Remove the managed save first");
        }
        if (!domain.isActive() && !domain.snapshots().isEmpty() && !snapshotsToo) {
            throw HostErrors.state(
                    domain,
                    "has " + domain.snapshots().size() + " snapshots, which undefining would lose",
                    "Delete the snapshots first");
        }
        forgetManagedSave(domain);
        domain.setPersistent(null);
        domain.setAutostart(false);
        if (!domain.isActive()) {
            host.domains().remove(domain);
        }
        host.events().post(domain, DomainLifecycleType.UNDEFINED, Detail.UNDEFINED_REMOVED);
    }

    public void setAutostart(TestDomain domain, boolean autostart) {
        if (!domain.isPersistent()) {
            throw HostErrors.state(domain, "is transient and cannot start with the host", "Define it first");
        }
        domain.setAutostart(autostart);
    }

    public void rename(TestDomain domain, String newName) {
        host.life().requireInactive(domain);
        if (newName.isBlank() || newName.indexOf('/') >= 0) {
            throw HostErrors.argument("'" + newName + "' cannot be the name of a domain");
        }
        if (domain.managedSave() != null) {
            throw HostErrors.state(domain, "has a managed save, which knows its name", "Remove the managed save first");
        }
        if (!domain.snapshots().isEmpty()) {
            throw HostErrors.state(domain, "has snapshots, which know its name", "Delete the snapshots first");
        }
        TestDomain other = host.domains().findByName(newName);
        if (other != null) {
            throw HostErrors.domain(
                    ErrorCode.DOM_EXIST, other, "A domain '" + newName + "' exists already", "Choose another name");
        }
        host.life().rename(domain, newName);
    }

    /** Changes the live or the stored definition, or both; when one fails, none is changed. */
    public void edit(TestDomain domain, boolean live, boolean config, Consumer<XmlElement> change) {
        DomainDefinition newLive = live ? domain.run().definition().edited(change) : null;
        DomainDefinition newStored = config ? domain.persistent().edited(change) : null;
        if (newLive != null) {
            domain.setLive(newLive);
        }
        if (newStored != null) {
            if (newLive != null || !domain.isActive()) {
                domain.setPersistentQuietly(newStored);
            } else {
                domain.setPersistent(newStored);
            }
        }
    }

    public void setManagedSave(TestDomain domain, SavedGuest saved) {
        domain.setManagedSave(saved);
    }

    public void forgetManagedSave(TestDomain domain) {
        domain.setManagedSave(null);
    }

    /** Tells that the guest's memory has another size. */
    public void balloonChanged(TestDomain domain, long memory) {
        host.events().other(domain, DomainOther.BALLOON_CHANGE, Map.of("actual", memory));
    }

    /** The domain is destroyed when the connection ends. */
    public void own(TestDomain domain, Object connection) {
        domain.run().setAutoDestroyOwner(connection);
    }

    /** Destroys what goes with a connection. */
    public void connectionEnded(Object connection) {
        List<TestDomain> owned = new ArrayList<>();
        for (TestDomain domain : host.domains().all()) {
            if (domain.isActive() && domain.run().autoDestroyOwner() == connection) {
                owned.add(domain);
            }
        }
        owned.forEach(domain -> host.life().stop(domain, Reason.SHUT_OFF_DESTROYED, Detail.STOPPED_DESTROYED));
    }
}
