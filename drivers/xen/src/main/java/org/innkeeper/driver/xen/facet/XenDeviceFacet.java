package org.innkeeper.driver.xen.facet;

import java.util.function.BiConsumer;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;

/** Devices of domains that run, and of definitions. */
final class XenDeviceFacet extends XenFacet implements DeviceFacet {
    private static final Change ATTACH =
            new Change(DeviceList::checkFree, DeviceList::add, XenFunction.ATTACH, XenPart::attach);
    private static final Change DETACH =
            new Change(DeviceList::get, DeviceList::remove, XenFunction.DETACH, XenPart::detach);
    private static final Change UPDATE =
            new Change(DeviceList::get, DeviceList::replace, XenFunction.UPDATE_DEVICE, XenPart::update);

    private final Definitions definitions;

    XenDeviceFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
    }

    /**
     * A change, on its two sides.
     *
     * @param check fails where the run does not allow it; done before anything is changed
     * @param store does it in the definition
     * @param function what a part must have to do it to the run
     */
    private record Change(
            BiConsumer<DeviceList, XmlElement> check,
            BiConsumer<DeviceList, XmlElement> store,
            XenFunction function,
            Performance performance) {}

    /** How a part does it to the run. */
    private interface Performance {
        void perform(XenPart part, CallContext context, DomainKey domain, XmlElement device);
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
                change.check().accept(new DeviceList(definitions.live(context, record.key(), false)), device);
            }
            if (config) {
                definitions.edit(context, record, stored -> change.store().accept(new DeviceList(stored), device));
            }
            if (live) {
                xen.disks().forget();
                parts.tell(context, change.function(), part -> change.performance()
                        .perform(part, context, record.key(), device));
            }
            return null;
        });
    }

    @Override
    public void attach(CallContext context, DomainRef domain, String xml, long flags) {
        change(context, "device.attach", domain, xml, flags, ATTACH);
    }

    @Override
    public void detach(CallContext context, DomainRef domain, String xml, long flags) {
        change(context, "device.detach", domain, xml, flags, DETACH);
    }

    @Override
    public void update(CallContext context, DomainRef domain, String xml, long flags) {
        change(context, "device.update", domain, xml, flags, UPDATE);
    }
}
