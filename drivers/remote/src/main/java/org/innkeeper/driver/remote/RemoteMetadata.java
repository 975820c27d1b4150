package org.innkeeper.driver.remote;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.MetadataFacet;

/** Metadata of domains over the wire. */
final class RemoteMetadata implements MetadataFacet {
    private final FarSide far;

    RemoteMetadata(FarSide far) {
        this.far = far;
    }

    @Override
    public String metadata(CallContext context, DomainRef domain, int type, String uri, long flags) {
        return far.askText(context, "DOMAIN_GET_METADATA", domain, type, uri, flags);
    }

    @Override
    public void setMetadata(
            CallContext context, DomainRef domain, int type, String value, String key, String uri, long flags) {
        far.call(context, "DOMAIN_SET_METADATA", domain, type, value, key, uri, flags);
    }
}
