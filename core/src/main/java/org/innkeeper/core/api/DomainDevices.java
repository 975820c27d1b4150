package org.innkeeper.core.api;

import java.util.Set;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.Feature;

/** Adding, changing and removing devices of a domain. */
public final class DomainDevices extends DomainPart {
    DomainDevices(Domain domain) {
        super(domain);
    }

    /**
     * {@code virDomainAttachDevice}, {@code virDomainAttachDeviceFlags}.
     *
     * @param xml one device element
     */
    public void attach(CallContext context, String xml, Set<Affect> affect) {
        change("attach", xml, affect)
                .needsIf(Call.has(affect, Affect.LIVE), Feature.DOMAIN_ATTACH)
                .run(context, (facet, c) -> facet.attach(c, ref(), xml, Flag.bits(affect)));
    }

    /**
     * Removes a device, and waits until the guest has let go of it: {@code virDomainDetachDevice},
     * {@code virDomainDetachDeviceFlags}.
     *
     * @param xml enough of the device element to find it
     */
    public void detach(CallContext context, String xml, Set<Affect> affect) {
        change("detach", xml, affect)
                .needsIf(Call.has(affect, Affect.LIVE), Feature.DOMAIN_ATTACH)
                .run(context, (facet, c) -> facet.detach(c, ref(), xml, Flag.bits(affect)));
    }

    /**
     * Changes a device in place: {@code virDomainUpdateDeviceFlags}.
     *
     * @param xml the whole device element
     */
    public void update(CallContext context, String xml, Set<Affect> affect) {
        change("update", xml, affect)
                .needs(Feature.DOMAIN_UPDATE_DEVICE)
                .run(context, (facet, c) -> facet.update(c, ref(), xml, Flag.bits(affect)));
    }

    private Call<DeviceFacet> change(String method, String xml, Set<Affect> affect) {
        return call(DeviceFacet.class, method).changes().notEmpty("xml", xml).notNull("affect", affect);
    }
}
