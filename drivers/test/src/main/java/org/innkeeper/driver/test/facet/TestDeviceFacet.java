package org.innkeeper.driver.test.facet;

import java.util.Map;
import java.util.function.BiConsumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.host.DeviceMatch;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** Devices of guests in memory. */
final class TestDeviceFacet extends HostFacet implements DeviceFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;

    TestDeviceFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public void attach(CallContext context, DomainRef domain, String xml, long flags) {
        DomainFlags.check("device.attach", flags, AFFECT);
        run(context, "device.attach", () -> {
            XmlElement device = device(xml);
            host.inventory().reader().completeDevice(device);
            change(domain, flags, device, DomainOther.DEVICE_ADDED, (found, devices) -> {
                if (DeviceMatch.clashes(devices, device)) {
                    throw HostErrors.domain(
                            ErrorCode.OPERATION_FAILED,
                            found,
                            "'" + found.name() + "' already has " + DeviceMatch.describe(device),
                            "Choose another target");
                }
                devices.insert(device.copy());
            });
        });
    }

    private static XmlElement device(String xml) {
        XmlElement device = XmlElement.parse(xml);
        DeviceMatch.requireDevice(device);
        return device;
    }

    private void change(
            DomainRef ref, long flags, XmlElement device, int event, BiConsumer<TestDomain, XmlElement> step) {
        TestDomain domain = host.domains().get(ref);
        Affected affected = affected(domain, flags);
        host.inventory().edit(domain, affected.live(), affected.config(), root -> {
            XmlElement devices = root.element("devices");
            if (devices == null) {
                devices = new XmlElement("devices");
                root.insert(devices);
            }
            step.accept(domain, devices);
        });
        if (affected.live() && event >= 0) {
            host.events().post(new DomainOther(domain.ref(), event, Map.of("devAlias", DeviceMatch.alias(device))));
        }
    }

    @Override
    public void detach(CallContext context, DomainRef domain, String xml, long flags) {
        DomainFlags.check("device.detach", flags, AFFECT);
        run(context, "device.detach", () -> {
            XmlElement device = device(xml);
            change(domain, flags, device, DomainOther.DEVICE_REMOVED, (found, devices) -> find(found, devices, device)
                    .detach());
        });
    }

    private static XmlElement find(TestDomain domain, XmlElement devices, XmlElement device) {
        XmlElement match = DeviceMatch.find(devices, device);
        if (match == null) {
            throw HostErrors.domain(
                    ErrorCode.DEVICE_MISSING,
                    domain,
                    "'" + domain.name() + "' does not have " + DeviceMatch.describe(device),
                    "Read the definition again");
        }
        return match;
    }

    @Override
    public void update(CallContext context, DomainRef domain, String xml, long flags) {
        DomainFlags.check("device.update", flags, AFFECT);
        run(context, "device.update", () -> {
            XmlElement device = device(xml);
            host.inventory().reader().completeDevice(device);
            change(domain, flags, device, -1, (found, devices) -> {
                XmlElement old = find(found, devices, device);
                XmlElement changed = device.copy();
                XmlElement address = old.element("address");
                if (address != null && changed.element("address") == null) {
                    changed.insert(address.copy());
                }
                devices.insertBefore(changed, old);
                old.detach();
            });
        });
    }
}
