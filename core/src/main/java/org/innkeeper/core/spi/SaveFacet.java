package org.innkeeper.core.spi;

import org.innkeeper.core.model.DomainRef;

/** Saving to disk, restoring, core dumps. Progress is told; cancelling aborts the job. */
public interface SaveFacet extends Facet {
    /**
     * Saves to a file and stops the domain: {@code virDomainSaveFlags}.
     *
     * @param path an absolute path on the host
     * @param xml the definition to keep in the file, or null for the domain's own
     * @param flags {@code SAVE_} bits
     */
    void save(CallContext context, DomainRef domain, String path, String xml, long flags);

    /**
     * Starts the domain that was saved in the file: {@code virDomainRestoreFlags}.
     *
     * @param xml the definition to run instead of the one in the file, or null
     * @param flags {@code SAVE_} bits
     */
    void restore(CallContext context, String path, String xml, long flags);

    /** The definition in a saved file: {@code virDomainSaveImageGetXMLDesc}. */
    String savedXml(CallContext context, String path, long flags);

    /**
     * Saves to a place of the driver's; the next start goes on from there: {@code virDomainManagedSave}.
     *
     * @param flags {@code SAVE_} bits
     */
    void managedSave(CallContext context, DomainRef domain, long flags);

    /** {@code virDomainHasManagedSaveImage}. */
    boolean hasManagedSave(CallContext context, DomainRef domain);

    /** {@code virDomainManagedSaveRemove}. */
    void removeManagedSave(CallContext context, DomainRef domain);

    /**
     * Writes the memory to a file: {@code virDomainCoreDumpWithFormat}.
     *
     * @param format libvirt's {@code virDomainCoreDumpFormat}: 0 raw
     * @param flags {@code DUMP_} bits
     */
    void coreDump(CallContext context, DomainRef domain, String path, int format, long flags);
}
