package org.innkeeper.driver.xen.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.EmulatorArguments;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/**
 * A definition as a configuration file. Written over an older one, its comments, the settings that a definition knows
 * nothing of and what says the same in other words stay, each in its place.
 */
public final class DomainToConfig {
    /** What a definition decides: these are taken out where it says nothing of them. */
    private static final Set<String> OWN = Set.of(
            "vcpu_avail",
            "maxvcpus",
            "cpus",
            "builder",
            "type",
            "kernel",
            "ramdisk",
            "root",
            "extra",
            "cmdline",
            "bios",
            "bios_path_override",
            "firmware",
            "acpi_firmware",
            "boot",
            "bootloader",
            "bootargs",
            "bootloader_args",
            "pae",
            "acpi",
            "apic",
            "hap",
            "viridian",
            "tsc_mode",
            "hpet",
            "e820_host",
            "passthrough",
            "rtc_timeoffset",
            "localtime",
            "fda",
            "fdb",
            "cdrom",
            "device_model",
            "device_model_override",
            "device_model_args",
            "usb",
            "usbdevice",
            "sdl",
            "vnc",
            "vncunused",
            "vncdisplay",
            "vnclisten",
            "vncpasswd",
            "keymap",
            "display",
            "xauthority",
            "vfb",
            "disk",
            "vif",
            "pci",
            "parallel",
            "serial",
            "soundhw",
            "vga",
            "stdvga",
            "videoram",
            "cpu_weight",
            "spice_image_compression",
            "spice_streaming_video",
            "spiceusbredirection",
            "nestedhvm",
            "cpuid",
            "vnuma",
            "max_grant_frames",
            "max_event_channels",
            "spice",
            "spicehost",
            "spiceport",
            "spicetls_port",
            "spicedisable_ticketing",
            "spicepasswd",
            "spiceagent_mouse",
            "spicevdagent",
            "spice_clipboard_sharing",
            "channel",
            "usbctrl",
            "usbdev",
            "uuid");

    /** 1 to 65535. */
    private static final Pattern SHARES =
            Pattern.compile("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]");

    private final DomainView domain;
    private final ConfigFormat format;
    private final XendVersion version;
    private final ConfigFile base;
    private final SettingsWriter out;
    private final boolean current;

    private DomainToConfig(DomainView domain, ConfigFormat format, XendVersion version, ConfigFile base) {
        this.domain = domain;
        this.format = format;
        this.version = version;
        this.base = base;
        this.out = new SettingsWriter(base);
        this.current = domain.dialect().isFrom(Dialect.LIBVIRT_9);
    }

    /**
     * The file of a definition.
     *
     * @param base the file it is written over; an empty one for a new guest
     * @throws org.innkeeper.core.error.InnkeeperException {@code CONFIG_UNSUPPORTED} naming what Xen does not have
     */
    public static ConfigFile convert(
            XmlElement domain, ConfigFormat format, Dialect dialect, XendVersion version, ConfigFile base) {
        return new DomainToConfig(new DomainView(domain, dialect), format, version, base).convert();
    }

    private ConfigFile convert() {
        out.text("name", domain.name());
        out.text("uuid", domain.uuid());
        out.number("maxmem", domain.maximumMemory());
        out.number("memory", domain.currentMemory());
        writeVcpus();
        boolean bare = domain.dialect() == Dialect.LIBVIRT_0_3;
        if (!current) {
            writeSystem();
        }
        writeFeatures();
        if (bare && domain.isHvm()) {
            writeClock();
            writeImageCdrom();
        } else {
            writeImageCdrom();
            writeClock();
        }
        out.text("on_poweroff", domain.lifecycle("on_poweroff", "destroy"));
        out.text("on_reboot", domain.lifecycle("on_reboot", "restart"));
        out.text("on_crash", domain.lifecycle("on_crash", "restart"));
        DevicesToConfig devices = new DevicesToConfig(domain, format, version, out);
        if (domain.isHvm()) {
            out.text(current ? "device_model_override" : "device_model", domain.text("devices/emulator"));
        }
        if (current) {
            writeCurrentDevices(devices);
        } else {
            devices.writeInputs();
            devices.writeScreen();
            devices.writeDisks();
            devices.writeInterfaces();
            devices.writePorts();
        }
        return KeptWording.of(base, out.file(), out.missing(OWN), format, domain.dialect());
    }

    private void writeCurrentDevices(DevicesToConfig devices) {
        boolean xl = format == ConfigFormat.XL;
        XmlElement spice = xl ? SpiceSettings.find(domain.element()) : null;
        if (spice == null) {
            devices.writeScreen();
        }
        devices.writeInterfaces();
        devices.writePorts();
        writeSystem();
        if (xl) {
            out.value("vnuma", VirtualNuma.write(domain.element()));
            writeWeight();
            if (domain.isHvm()) {
                VideoCard.write(domain.element(), out);
            }
            devices.writeBusLimits();
        }
        devices.writeDisks();
        if (spice != null) {
            SpiceSettings.write(spice, out);
            int redirections = Elements.devices(domain.element(), "redirdev").size();
            if (redirections > 0) {
                out.number("spiceusbredirection", redirections);
            }
        }
        devices.writeInputs();
        if (xl) {
            devices.writeChannels();
            devices.writeUsbControllers();
            devices.writeUsbDevices();
            out.texts("device_model_args", EmulatorArguments.of(domain.element()));
        }
    }

    private void writeVcpus() {
        int maximum = domain.maximumVcpus();
        int now = domain.currentVcpus();
        if (current) {
            if (now < maximum) {
                out.number("maxvcpus", maximum);
            }
            out.number("vcpus", now);
        } else {
            out.number("vcpus", maximum);
            if (now < maximum && now < Long.SIZE) {
                out.number("vcpu_avail", (1L << now) - 1);
            }
        }
        List<String> pins = domain.vcpuPins();
        boolean all = pins.contains("all");
        if (pins.isEmpty() || all && format == ConfigFormat.XM) {
            out.text("cpus", domain.cpuset());
        } else {
            out.texts("cpus", pins);
        }
    }

    private void writeWeight() {
        String shares = domain.text("cputune/shares");
        if (shares != null && !SHARES.matcher(shares).matches()) {
            throw XenErrors.unsupported("Xen's shares of the CPUs go from 1 to 65535, not to " + shares);
        }
        out.numberText("cpu_weight", shares);
    }

    private void writeSystem() {
        if (!domain.isHvm()) {
            writeParavirtualSystem();
            return;
        }
        out.text("builder", "hvm");
        String loader = domain.text("os/loader");
        boolean pflash = "pflash".equals(Elements.attributeAt(domain.element(), "os/loader", "type"));
        if (format == ConfigFormat.XM) {
            if (loader == null || pflash) {
                throw XenErrors.unsupported("A fully virtualised domain of xm needs Xen's hvmloader");
            }
            out.text("kernel", loader);
        } else {
            out.text(
                    "bios",
                    pflash || "efi".equals(domain.element().element("os").attribute("firmware")) ? "ovmf" : null);
            boolean elsewhere = pflash && loader != null && !loader.equals(DomainFromConfig.UEFI);
            out.text("bios_path_override", elsewhere ? loader : null);
            out.text("acpi_firmware", domain.text("os/acpi/table"));
            out.text("kernel", domain.verbatim("os/kernel"));
            out.text("ramdisk", domain.verbatim("os/initrd"));
            out.text("cmdline", domain.verbatim("os/cmdline"));
        }
        String boot = domain.bootLetters();
        out.text("boot", boot.isEmpty() ? "c" : boot);
        if (format == ConfigFormat.XL) {
            XmlElement cpu = domain.element().element("cpu");
            Boolean nesting = CpuidText.nesting(cpu);
            if (nesting != null) {
                out.flag("nestedhvm", nesting);
                out.text("cpuid", CpuidText.write(cpu));
            }
        }
    }

    private void writeParavirtualSystem() {
        String kernel = domain.verbatim("os/kernel");
        String bootloader = domain.text("bootloader");
        if (kernel == null && bootloader == null) {
            throw XenErrors.unsupported("A paravirtualised domain needs a kernel or a bootloader");
        }
        out.text("type", domain.isPvh() ? "pvh" : null);
        out.text("bootloader", bootloader);
        String arguments = domain.text("bootloader_args");
        if (arguments != null
                && format == ConfigFormat.XL
                && out.file().value("bootloader_args").isPresent()) {
            out.texts("bootloader_args", List.of(arguments.split("\\s+")));
        } else {
            out.text("bootargs", arguments);
        }
        out.text("kernel", kernel);
        out.text("ramdisk", domain.verbatim("os/initrd"));
        out.text("root", domain.verbatim("os/root"));
        out.text(format == ConfigFormat.XL ? "cmdline" : "extra", domain.verbatim("os/cmdline"));
    }

    private void writeFeatures() {
        if (domain.isHvm()) {
            for (String name : List.of("pae", "acpi", "apic")) {
                out.flag(name, domain.hasFeature(name));
            }
            if (Elements.find(domain.element(), "features/hap") != null) {
                out.flag("hap", domain.hasFeature("hap"));
            }
            if (current || domain.hasFeature("viridian")) {
                out.flag("viridian", domain.hasFeature("viridian"));
            }
        }
        if (domain.hasFeature("xen/e820_host")) {
            out.number("e820_host", 1);
        }
        XmlElement passthrough = Elements.find(domain.element(), "features/xen/passthrough");
        if (passthrough != null) {
            String mode = passthrough.attribute("mode");
            boolean on = domain.hasFeature("xen/passthrough");
            out.text("passthrough", on ? mode == null ? "enabled" : mode : "disabled");
        }
        if (domain.isHvm() || current) {
            XmlElement tsc = domain.timer("tsc");
            out.text("tsc_mode", tsc == null ? null : TimestampMode.toXen(tsc.attribute("mode")));
        }
        if (domain.isHvm()) {
            Integer hpet = domain.timerPresence("hpet");
            out.numberText("hpet", hpet == null ? null : hpet.toString());
        }
    }

    private void writeClock() {
        if (domain.isHvm() && current) {
            out.number("rtc_timeoffset", domain.clockAdjustment());
        }
        if (domain.isHvm() || domain.dialect().isFrom(Dialect.LIBVIRT_0_10)) {
            out.flag("localtime", domain.isLocalTime());
        }
    }

    private void writeImageCdrom() {
        if (domain.isHvm() && !version.isFrom(XendVersion.XEN_3_0_3)) {
            domain.disks().stream()
                    .filter(DevicesToConfig::isFirstCdrom)
                    .findFirst()
                    .ifPresent(disk -> out.text("cdrom", disk.source()));
        }
    }
}
