package org.innkeeper.app.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.ControllerProperties;

/**
 * The devices of a guest as people look for them: one by one, in the order of the definition; but all that makes up the
 * PCI bus, often more than a dozen controllers that nobody chose, is one entry at the end.
 */
final class DeviceList {
    /**
     * A line of the list.
     *
     * @param parts the elements of the definition it stands for, at least one
     */
    record Entry(DeviceFacts facts, List<XmlElement> parts) {}

    private DeviceList() {}

    static List<Entry> of(List<XmlElement> devices, Texts texts) {
        List<Entry> entries = new ArrayList<>();
        List<XmlElement> bus = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (XmlElement device : devices) {
            if (isPciController(device)) {
                bus.add(device);
            } else {
                int number = numbers.merge(device.name(), 1, Integer::sum);
                entries.add(new Entry(DeviceFacts.of(device, number, texts), List.of(device)));
            }
        }
        if (!bus.isEmpty()) {
            entries.add(new Entry(DeviceFacts.ofPciBus(bus.size(), texts), List.copyOf(bus)));
        }
        return entries;
    }

    private static boolean isPciController(XmlElement device) {
        return device.name().equals("controller")
                && ControllerProperties.TYPE.get(device).filter("pci"::equals).isPresent();
    }
}
