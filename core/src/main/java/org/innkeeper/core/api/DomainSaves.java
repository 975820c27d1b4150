package org.innkeeper.core.api;

import java.util.Set;
import org.innkeeper.core.api.flag.DumpFlag;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.SaveFlag;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SaveFacet;

/** Saving a domain to disk and dumping its memory. Progress is told to the context; cancelling aborts the job. */
public final class DomainSaves extends DomainPart {
    DomainSaves(Domain domain) {
        super(domain);
    }

    /**
     * Saves to a file and stops the domain: {@code virDomainSave}, {@code virDomainSaveFlags}. {@link Domains#restore}
     * starts it again.
     *
     * @param path an absolute path on the host
     * @param xml the definition to keep in the file, or null for the domain's own
     */
    public void save(CallContext context, String path, String xml, Set<SaveFlag> flags) {
        call(SaveFacet.class, "save")
                .changes()
                .needs(Feature.DOMAIN_SAVE)
                .notEmpty("path", path)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.save(c, ref(), path, xml, Flag.bits(flags)));
    }

    /** Saves to a place of the driver's; the next start goes on from there: {@code virDomainManagedSave}. */
    public void managedSave(CallContext context, Set<SaveFlag> flags) {
        call(SaveFacet.class, "managedSave")
                .changes()
                .needs(Feature.DOMAIN_MANAGED_SAVE)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.managedSave(c, ref(), Flag.bits(flags)));
    }

    /** {@code virDomainHasManagedSaveImage}. */
    public boolean hasManagedSave(CallContext context) {
        return call(SaveFacet.class, "hasManagedSave")
                .needs(Feature.DOMAIN_MANAGED_SAVE)
                .get(context, (facet, c) -> facet.hasManagedSave(c, ref()));
    }

    /** {@code virDomainManagedSaveRemove}. */
    public void removeManagedSave(CallContext context) {
        call(SaveFacet.class, "removeManagedSave")
                .changes()
                .needs(Feature.DOMAIN_MANAGED_SAVE)
                .run(context, (facet, c) -> facet.removeManagedSave(c, ref()));
    }

    /**
     * Writes the memory to a file: {@code virDomainCoreDump}, {@code virDomainCoreDumpWithFormat}.
     *
     * @param path an absolute path on the host
     */
    public void coreDump(CallContext context, String path, CoreDumpFormat format, Set<DumpFlag> flags) {
        call(SaveFacet.class, "coreDump")
                .changes()
                .needs(Feature.DOMAIN_CORE_DUMP)
                .notEmpty("path", path)
                .notNull("format", format)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.coreDump(c, ref(), path, format.number(), Flag.bits(flags)));
    }
}
