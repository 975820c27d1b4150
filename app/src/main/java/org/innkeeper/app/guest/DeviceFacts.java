package org.innkeeper.app.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.CharacterDeviceProperties;
import org.innkeeper.core.xml.domain.ControllerProperties;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.GraphicsProperties;
import org.innkeeper.core.xml.domain.InputProperties;
import org.innkeeper.core.xml.domain.InterfaceProperties;
import org.innkeeper.core.xml.domain.MemoryBalloonProperties;
import org.innkeeper.core.xml.domain.RandomProperties;
import org.innkeeper.core.xml.domain.VideoProperties;

/**
 * What is told about a device: an icon, a name, one line, and the properties worth knowing.
 *
 * @param icon the code of its icon
 * @param name what people call it
 * @param line one line of what it is; may be empty
 * @param facts labels and values
 */
record DeviceFacts(String icon, String name, String line, List<Fact> facts) {
    /** One property. */
    record Fact(String label, String value) {}

    /** How a kind of device is told about. */
    private record Kind(String icon, List<Entry> entries) {}

    private record Entry(String label, Property<?> property, boolean inLine) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(
                    "disk",
                    new Kind(
                            "mdi2h-harddisk",
                            List.of(
                                    line("bus", DiskProperties.BUS),
                                    line("file", DiskProperties.SOURCE_FILE),
                                    line("device", DiskProperties.SOURCE_DEVICE),
                                    line("pool", DiskProperties.SOURCE_POOL),
                                    line("volume", DiskProperties.SOURCE_VOLUME),
                                    fact("format", DiskProperties.DRIVER_TYPE),
                                    fact("cache", DiskProperties.CACHE),
                                    fact("readOnly", DiskProperties.READ_ONLY),
                                    fact("shareable", DiskProperties.SHAREABLE),
                                    fact("serial", DiskProperties.SERIAL)))),
            Map.entry(
                    "interface",
                    new Kind(
                            "mdi2e-ethernet",
                            List.of(
                                    line("type", InterfaceProperties.TYPE),
                                    line("network", InterfaceProperties.SOURCE_NETWORK),
                                    line("bridge", InterfaceProperties.SOURCE_BRIDGE),
                                    fact("model", InterfaceProperties.MODEL),
                                    fact("mac", InterfaceProperties.MAC),
                                    fact("link", InterfaceProperties.LINK)))),
            Map.entry(
                    "graphics",
                    new Kind(
                            "mdi2m-monitor",
                            List.of(
                                    line("type", GraphicsProperties.TYPE),
                                    fact("port", GraphicsProperties.PORT),
                                    fact("listen", GraphicsProperties.LISTEN),
                                    fact("socket", GraphicsProperties.SOCKET),
                                    fact("keymap", GraphicsProperties.KEYMAP)))),
            Map.entry(
                    "video",
                    new Kind(
                            "mdi2e-expansion-card-variant",
                            List.of(line("model", VideoProperties.MODEL), fact("heads", VideoProperties.HEADS)))),
            Map.entry(
                    "input",
                    new Kind(
                            "mdi2m-mouse",
                            List.of(line("type", InputProperties.TYPE), line("bus", InputProperties.BUS)))),
            Map.entry(
                    "controller",
                    new Kind(
                            "mdi2c-connection",
                            List.of(
                                    line("type", ControllerProperties.TYPE),
                                    line("model", ControllerProperties.MODEL),
                                    fact("index", ControllerProperties.INDEX)))),
            Map.entry("serial", new Kind("mdi2s-serial-port", characterDevice())),
            Map.entry("console", new Kind("mdi2c-console", characterDevice())),
            Map.entry("channel", new Kind("mdi2t-transit-connection-variant", characterDevice())),
            Map.entry("parallel", new Kind("mdi2p-printer", characterDevice())),
            Map.entry(
                    "rng", new Kind("mdi2d-dice-multiple-outline", List.of(line("backend", RandomProperties.BACKEND)))),
            Map.entry("memballoon", new Kind("mdi2m-memory", List.of(line("model", MemoryBalloonProperties.MODEL)))),
            Map.entry("sound", new Kind("mdi2v-volume-high", List.of())),
            Map.entry("hostdev", new Kind("mdi2e-expansion-card", List.of())),
            Map.entry("filesystem", new Kind("mdi2f-folder-network-outline", List.of())),
            Map.entry("tpm", new Kind("mdi2s-shield-key-outline", List.of())),
            Map.entry("watchdog", new Kind("mdi2d-dog-side", List.of())),
            Map.entry("panic", new Kind("mdi2a-alert-octagon-outline", List.of())));

    private static final Kind OTHER = new Kind("mdi2d-devices", List.of());

    private static Entry line(String label, Property<?> property) {
        return new Entry(label, property, true);
    }

    private static Entry fact(String label, Property<?> property) {
        return new Entry(label, property, false);
    }

    private static List<Entry> characterDevice() {
        return List.of(
                line("type", CharacterDeviceProperties.TYPE),
                fact("target", CharacterDeviceProperties.TARGET_TYPE),
                fact("port", CharacterDeviceProperties.TARGET_PORT));
    }

    static DeviceFacts of(XmlElement device, int number, Texts texts) {
        Kind kind = KINDS.getOrDefault(device.name(), OTHER);
        List<Fact> facts = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (Entry entry : kind.entries()) {
            Optional<?> value = entry.property().get(device);
            if (value.isPresent() && !Boolean.FALSE.equals(value.get())) {
                String text = Boolean.TRUE.equals(value.get())
                        ? texts.get("guest.device.yes")
                        : value.get().toString();
                facts.add(new Fact(texts.get("guest.device.fact." + entry.label()), text));
                if (entry.inLine()) {
                    line.add(fileName(text));
                }
            }
        }
        return new DeviceFacts(kind.icon(), name(device, number, texts), String.join(" · ", line), facts);
    }

    /** All controllers of the PCI bus together. */
    static DeviceFacts ofPciBus(int controllers, Texts texts) {
        return new DeviceFacts(
                KINDS.get("controller").icon(),
                texts.get("guest.device.pciBus"),
                texts.count("guest.device.pciControllers", controllers),
                List.of());
    }

    private static String fileName(String text) {
        return text.startsWith("/") ? text.substring(text.lastIndexOf('/') + 1) : text;
    }

    private static String name(XmlElement device, int number, Texts texts) {
        String kind = device.name();
        if (kind.equals("disk")) {
            String role = DiskProperties.DEVICE.get(device).orElse("disk");
            kind = texts.has("guest.device." + role) ? role : kind;
        }
        String label = texts.has("guest.device." + kind) ? texts.get("guest.device." + kind) : kind;
        return label + " "
                + DiskProperties.TARGET
                        .get(device)
                        .filter(target -> device.name().equals("disk"))
                        .orElse(Integer.toString(number));
    }
}
