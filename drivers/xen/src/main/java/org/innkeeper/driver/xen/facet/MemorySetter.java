package org.innkeeper.driver.xen.facet;

import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.unified.XenParts;

/** Changes the memory of a domain, of the run or of the definition. */
final class MemorySetter {
    private static final long FLAGS = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG | DomainFlags.MEMORY_MAXIMUM;

    private final XenParts parts;
    private final Definitions definitions;

    MemorySetter(XenParts parts, Definitions definitions) {
        this.parts = parts;
        this.definitions = definitions;
    }

    void set(CallContext context, DomainRecord domain, long memory, long flags) {
        DomainFlags.check("domain.setMemory", flags, FLAGS);
        boolean live = XenFacet.affectsLive(domain, flags);
        boolean config = XenFacet.affectsConfig(domain, flags);
        if ((flags & DomainFlags.MEMORY_MAXIMUM) != 0) {
            setMaximum(context, domain, memory, live, config);
            return;
        }
        long most = maximum(domain);
        if (memory < 1 || memory > most) {
            throw PartErrors.invalidArgument("Domain '" + domain.name() + "' may have 1 to "
                    + (most == DomainInfo.UNLIMITED ? "any number of" : String.valueOf(most)) + " KiB of memory, not "
                    + memory);
        }
        if (config) {
            definitions.edit(context, domain, definition -> put(definition, "currentMemory", memory));
        }
        if (live) {
            parts.tell(context, XenFunction.SET_MEMORY, part -> part.setMemory(context, domain.key(), memory));
        }
    }

    static long maximum(DomainRecord domain) {
        if (domain.maxMemory() != null) {
            return domain.maxMemory();
        }
        return domain.memory() == null ? 0 : domain.memory();
    }

    void setMaximum(CallContext context, DomainRecord domain, long memory, boolean live, boolean config) {
        if (memory < 1) {
            throw PartErrors.invalidArgument("A domain needs some memory, not " + memory + " KiB");
        }
        if (config) {
            definitions.edit(context, domain, definition -> {
                XmlElement current = definition.element("currentMemory");
                long now = Long.parseLong((current == null ? definition.element("memory") : current)
                        .text()
                        .strip());
                put(definition, "memory", memory);
                put(definition, "currentMemory", Math.min(now, memory));
            });
        }
        if (live) {
            parts.tell(context, XenFunction.SET_MAX_MEMORY, part -> part.setMaxMemory(context, domain.key(), memory));
        }
    }

    private static void put(XmlElement definition, String name, long kibibytes) {
        XmlElement element = definition.element(name);
        if (element == null) {
            element = new XmlElement(name);
            definition.add(element);
        }
        element.setAttribute("unit", "KiB").setText(Long.toString(kibibytes));
    }
}
