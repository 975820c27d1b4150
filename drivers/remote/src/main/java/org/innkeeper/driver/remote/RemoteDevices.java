package org.innkeeper.driver.remote;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DeviceFacet;

/** Devices of domains over the wire. */
final class RemoteDevices implements DeviceFacet {
    private final FarSide far;

    RemoteDevices(FarSide far) {
        this.far = far;
    }

    @Override
    public void attach(CallContext context, DomainRef domain, String xml, long flags) {
        far.call(context, "DOMAIN_ATTACH_DEVICE_FLAGS", domain, xml, flags);
    }

    @Override
    public void detach(CallContext context, DomainRef domain, String xml, long flags) {
        far.call(context, "DOMAIN_DETACH_DEVICE_FLAGS", domain, xml, flags);
    }

    @Override
    public void update(CallContext context, DomainRef domain, String xml, long flags) {
        far.call(context, "DOMAIN_UPDATE_DEVICE_FLAGS", domain, xml, flags);
    }
}
