package org.innkeeper.driver.xen.facet;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;

/** Devices of domains that run, and of definitions. */
final class XenDeviceFacet extends XenFacet implements DeviceFacet {
    private final Definitions definitions;

    XenDeviceFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
    }

    /** The two sides of one change. */
    private interface Change {
        /** Fails where the run does not allow it; done before anything is changed. */
        void check(DeviceList live, XmlElement device);

        void store(DeviceList stored, XmlElement device);

        void perform(DomainRecord domain, XmlElement device);
    }

    private void change(
            CallContext context, String operation, DomainRef domain, String xml, long flags, Change change) {
        change(context, operation, domain, record -> {
            DomainFlags.check(operation, flags, DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG);
            boolean live = affectsLive(record, flags);
            boolean config = affectsConfig(record, flags);
            XmlElement device = XmlDocument.parse(xml).root();
            if (device.name().equals("interface")) {
                definitions.resolveNetwork(context, device);
            }
            if (live) {
                change.check(new DeviceList(definitions.live(context, record.key(), false)), device);
            }
            if (config) {
                definitions.edit(context, record, stored -> change.store(new DeviceList(stored), device));
            }
            if (live) {
                xen.disks().forget();
                change.perform(record, device);
            }
            return null;
        });
    }

    @Override
    public void attach(CallContext context, DomainRef domain, String xml, long flags) {
        change(context, "device.attach", domain, xml, flags, new Change() {
            @Override
            public void check(DeviceList live, XmlElement device) {
                live.checkFree(device);
            }

            @Override
            public void store(DeviceList stored, XmlElement device) {
                stored.add(device);
            }

            @Override
            public void perform(DomainRecord record, XmlElement device) {
                parts.tell(context, XenFunction.ATTACH, part -> part.attach(context, record.key(), device));
            }
        });
    }

    @Override
    public void detach(CallContext context, DomainRef domain, String xml, long flags) {
        change(context, "device.detach", domain, xml, flags, new Change() {
            @Override
            public void check(DeviceList live, XmlElement device) {
                live.get(device);
            }

            @Override
            public void store(DeviceList stored, XmlElement device) {
                stored.remove(device);
            }

            @Override
            public void perform(DomainRecord record, XmlElement device) {
                parts.tell(context, XenFunction.DETACH, part -> part.detach(context, record.key(), device));
            }
        });
    }

    @Override
    public void update(CallContext context, DomainRef domain, String xml, long flags) {
        change(context, "device.update", domain, xml, flags, new Change() {
            @Override
            public void check(DeviceList live, XmlElement device) {
                live.get(device);
            }

            @Override
            public void store(DeviceList stored, XmlElement device) {
                stored.replace(device);
            }

            @Override
            public void perform(DomainRecord record, XmlElement device) {
                parts.tell(context, XenFunction.UPDATE_DEVICE, part -> part.update(context, record.key(), device));
            }
        });
    }
}
