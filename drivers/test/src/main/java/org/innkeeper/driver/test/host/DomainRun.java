package org.innkeeper.driver.test.host;

import java.util.List;
import org.innkeeper.driver.test.load.GuestMeter;

/** What exists of a domain only while it is active. Used under the lock of its host. */
public final class DomainRun {
    private final int id;
    private final GuestMeter meter;
    private DomainDefinition definition;
    private List<String> nicNames;
    private Object autoDestroyOwner;
    private StatsTemplate statsTemplate;

    DomainRun(int id, DomainDefinition definition, List<String> nicNames, GuestMeter meter) {
        this.id = id;
        this.definition = definition;
        this.nicNames = nicNames;
        this.meter = meter;
    }

    public int id() {
        return id;
    }

    public GuestMeter meter() {
        return meter;
    }

    /** The live definition, without what {@link LiveXml} adds. */
    public DomainDefinition definition() {
        return definition;
    }

    /** The names of the interfaces on the host, in the order of the definition. */
    public List<String> nicNames() {
        return nicNames;
    }

    void setDefinition(DomainDefinition changed, List<String> changedNicNames) {
        definition = changed;
        nicNames = changedNicNames;
        statsTemplate = null;
    }

    /** The connection whose end destroys the domain, or null. */
    public Object autoDestroyOwner() {
        return autoDestroyOwner;
    }

    void setAutoDestroyOwner(Object owner) {
        autoDestroyOwner = owner;
    }

    StatsTemplate statsTemplate() {
        if (statsTemplate == null) {
            statsTemplate = new StatsTemplate(definition.facts(), nicNames);
        }
        return statsTemplate;
    }
}
