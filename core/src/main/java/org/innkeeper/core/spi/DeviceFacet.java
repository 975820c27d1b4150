package org.innkeeper.core.spi;

import org.innkeeper.core.model.DomainRef;

/** Adding, changing and removing devices. Flags are {@code AFFECT_} bits of {@link DomainFlags}. */
public interface DeviceFacet extends Facet {
    /**
     * {@code virDomainAttachDeviceFlags}.
     *
     * @param xml one device element
     */
    void attach(CallContext context, DomainRef domain, String xml, long flags);

    /**
     * Removes a device, and waits until the guest has let go of it: {@code virDomainDetachDeviceFlags}.
     *
     * @param xml enough of the device element to find it
     */
    void detach(CallContext context, DomainRef domain, String xml, long flags);

    /**
     * Changes a device in place: {@code virDomainUpdateDeviceFlags}.
     *
     * @param xml the whole device element
     */
    void update(CallContext context, DomainRef domain, String xml, long flags);
}
