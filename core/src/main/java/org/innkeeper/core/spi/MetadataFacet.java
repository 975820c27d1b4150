package org.innkeeper.core.spi;

import org.innkeeper.core.model.DomainRef;

/** Title, description and metadata of other programs, without redefining. Flags are {@code AFFECT_} bits. */
public interface MetadataFacet extends Facet {
    /**
     * {@code virDomainGetMetadata}.
     *
     * @param type 0 description, 1 title, 2 element
     * @param uri the namespace of an element, else null
     */
    String metadata(CallContext context, DomainRef domain, int type, String uri, long flags);

    /** {@code virDomainSetMetadata}; a null value removes it. */
    void setMetadata(CallContext context, DomainRef domain, int type, String value, String key, String uri, long flags);
}
