package org.innkeeper.driver.xen.xl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.innkeeper.driver.xen.config.OptionText;
import org.innkeeper.driver.xen.config.SettingsWriter;
import org.innkeeper.driver.xen.definition.PciFunction;

/** The devices in libxl's JSON, each in the words of xl's configuration files. */
final class LibxlDevices {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long BYTES_PER_KB = 1000;

    private final JsonNode configuration;
    private final boolean hvm;
    private final boolean secrets;
    private final SettingsWriter out;

    LibxlDevices(JsonNode configuration, boolean hvm, boolean secrets, SettingsWriter out) {
        this.configuration = configuration;
        this.hvm = hvm;
        this.secrets = secrets;
        this.out = out;
    }

    /** Options of a device; those that the JSON does not have are left out. */
    private static final class Options {
        private final OptionText text = new OptionText();

        Options add(String name, String value) {
            text.add(name, value);
            return this;
        }

        Options add(String name, JsonNode value) {
            return add(name, LibxlJson.text(value));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    void write() {
        write("disk", "disks", this::disk);
        write("vif", "nics", this::card);
        if (!hvm) {
            write("vfb", "vfbs", this::screen);
        }
        write("pci", "pcidevs", LibxlDevices::pciFunction);
        write("channel", "channels", LibxlDevices::channel);
        write("usbctrl", "usbctrls", controller -> new Options()
                .add("type", controller.path("type"))
                .add("version", controller.path("version"))
                .add("ports", controller.path("ports"))
                .toString());
        write("usbdev", "usbdevs", LibxlDevices::usbDevice);
    }

    private void write(String setting, String name, Function<JsonNode, String> text) {
        List<String> devices = new ArrayList<>();
        configuration.path(name).forEach(device -> devices.add(text.apply(device)));
        devices.removeIf(String::isEmpty);
        out.texts(setting, devices);
    }

    /** The path comes last, since it may hold commas. */
    private String disk(JsonNode disk) {
        boolean cdrom = LibxlJson.isOn(disk.path("is_cdrom"));
        return new Options()
                .add("format", disk.path("format"))
                .add("vdev", disk.path("vdev"))
                .add("access", LibxlJson.isOn(disk.path("readwrite")) ? "rw" : "ro")
                .add("backendtype", disk.path("backend"))
                .add("devtype", cdrom ? "cdrom" : null)
                .add("backend", disk.path("backend_domname"))
                .add("target", disk.path("pdev_path"))
                .toString();
    }

    private String card(JsonNode card) {
        String kind = LibxlJson.text(card.path("nictype"));
        return new Options()
                .add("mac", card.path("mac"))
                .add("bridge", card.path("bridge"))
                .add("ip", card.path("ip"))
                .add("script", card.path("script"))
                .add("vifname", card.path("ifname"))
                .add("model", card.path("model"))
                .add("type", hvm && "vif".equals(kind) ? kind : null)
                .add("rate", rate(card))
                .add("backend", card.path("backend_domname"))
                .toString();
    }

    private static String rate(JsonNode card) {
        long bytes = card.path("rate_bytes_per_interval").asLong(0);
        long micros = card.path("rate_interval_usecs").asLong(0);
        if (bytes <= 0 || micros <= 0) {
            return null;
        }
        return Math.round((double) bytes * MICROS_PER_SECOND / micros / BYTES_PER_KB) + "KB/s";
    }

    private String screen(JsonNode screen) {
        JsonNode vnc = screen.path("vnc");
        JsonNode sdl = screen.path("sdl");
        if (LibxlJson.isOn(sdl.path("enable"))) {
            return new Options()
                    .add("type", "sdl")
                    .add("display", sdl.path("display"))
                    .add("xauthority", sdl.path("xauthority"))
                    .toString();
        }
        boolean unused = !vnc.has("findunused") || LibxlJson.isOn(vnc.path("findunused"));
        return new Options()
                .add("type", "vnc")
                .add("vncunused", unused ? "1" : "0")
                .add("vncdisplay", unused ? null : LibxlJson.text(vnc.path("display")))
                .add("vnclisten", vnc.path("listen"))
                .add("vncpasswd", secrets ? LibxlJson.text(vnc.path("passwd")) : null)
                .add("keymap", screen.path("keymap"))
                .toString();
    }

    private static String pciFunction(JsonNode device) {
        String address = new PciFunction(
                        device.path("domain").asInt(),
                        device.path("bus").asInt(),
                        device.path("dev").asInt(),
                        device.path("func").asInt())
                .text();
        String permissive = LibxlJson.isOn(device.path("permissive")) ? ",permissive=1" : "";
        return address + permissive + (LibxlJson.isOn(device.path("seize")) ? ",seize=1" : "");
    }

    private static String channel(JsonNode channel) {
        JsonNode socket = channel.path("connection.socket");
        return new Options()
                .add("connection", socket.isMissingNode() ? "pty" : "socket")
                .add("path", socket.path("path"))
                .add("name", channel.path("name"))
                .toString();
    }

    private static String usbDevice(JsonNode device) {
        JsonNode host = device.path("type.hostdev");
        return new Options()
                .add("hostbus", host.path("hostbus"))
                .add("hostaddr", host.path("hostaddr"))
                .toString();
    }
}
