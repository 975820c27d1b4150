package org.innkeeper.driver.xen.sexpr;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestGraphics;
import org.innkeeper.driver.xen.definition.XenErrors;

/** A definition as the configuration {@code (vm ...)} that xend creates a domain from. */
public final class DomainToSexpr {
    private static final List<String> SWITCHES = List.of("acpi", "apic", "pae", "hap", "viridian");

    private final DomainView domain;
    private final XendVersion version;
    private final boolean bare;

    private DomainToSexpr(DomainView domain, XendVersion version) {
        this.domain = domain;
        this.version = version;
        this.bare = domain.dialect() == Dialect.LIBVIRT_0_3;
    }

    /**
     * The configuration of a definition.
     *
     * @throws org.innkeeper.core.error.InnkeeperException {@code CONFIG_UNSUPPORTED} naming what xend does not have
     */
    public static Sexpr.Items convert(XmlElement domain, Dialect dialect, XendVersion version) {
        return new DomainToSexpr(new DomainView(domain, dialect), version).convert();
    }

    private Sexpr.Items convert() {
        List<Sexpr> vm = new ArrayList<>();
        vm.add(new Sexpr.Atom("vm"));
        vm.add(Sexpr.pair("name", domain.name()));
        vm.add(Sexpr.pair("memory", domain.currentMemory()));
        vm.add(Sexpr.pair("maxmem", domain.maximumMemory()));
        addVcpus(vm);
        add(vm, "cpus", domain.cpuset());
        String uuid = domain.uuid();
        add(vm, "uuid", bare && uuid != null ? uuid.replace("-", "") : uuid);
        add(vm, "description", domain.text("description"));
        add(vm, "bootloader", domain.text("bootloader"));
        add(vm, "bootloader_args", domain.text("bootloader_args"));
        vm.add(Sexpr.pair("on_poweroff", domain.lifecycle("on_poweroff", "destroy")));
        vm.add(Sexpr.pair("on_reboot", domain.lifecycle("on_reboot", "restart")));
        vm.add(Sexpr.pair("on_crash", domain.lifecycle("on_crash", "destroy")));
        boolean kernel = domain.verbatim("os/kernel") != null;
        if (!domain.isHvm() && !kernel && domain.text("bootloader") == null) {
            throw XenErrors.unsupported("A paravirtualised domain needs a kernel or a bootloader");
        }
        boolean always = domain.dialect().isFrom(Dialect.LIBVIRT_3);
        if (domain.isHvm() || kernel || always) {
            vm.add(image());
        }
        if (!bare) {
            vm.add(Sexpr.pair("localtime", domain.isLocalTime() ? 1 : 0));
        }
        vm.addAll(new DevicesToSexpr(domain, version).devices());
        return new Sexpr.Items(vm);
    }

    private static void add(List<Sexpr> list, String name, String text) {
        if (text != null) {
            list.add(Sexpr.pair(name, text));
        }
    }

    private void addVcpus(List<Sexpr> list) {
        list.add(Sexpr.pair("vcpus", domain.maximumVcpus()));
        if (domain.currentVcpus() < domain.maximumVcpus()) {
            if (domain.currentVcpus() >= Long.SIZE) {
                throw XenErrors.unsupported("xend cannot start a domain with part of more than 63 virtual CPUs");
            }
            list.add(Sexpr.pair("vcpu_avail", (1L << domain.currentVcpus()) - 1));
        }
    }

    private Sexpr.Items image() {
        List<Sexpr> image = new ArrayList<>();
        image.add(new Sexpr.Atom(domain.isHvm() ? "hvm" : "linux"));
        if (domain.isHvm()) {
            addMachine(image);
        } else {
            addKernel(image);
        }
        boolean screenInImage = domain.isHvm() || !version.isFrom(XendVersion.XEN_3_0_4);
        if (screenInImage && domain.graphics() != null) {
            addScreen(image, domain.graphics());
        }
        addClock(image);
        return Sexpr.list("image", new Sexpr.Items(image));
    }

    private void addKernel(List<Sexpr> image) {
        add(image, "kernel", domain.verbatim("os/kernel"));
        add(image, "ramdisk", domain.verbatim("os/initrd"));
        add(image, "root", domain.verbatim("os/root"));
        add(image, "args", domain.verbatim("os/cmdline"));
    }

    private void addMachine(List<Sexpr> image) {
        String loader = domain.text("os/loader");
        if (loader == null) {
            throw XenErrors.unsupported("A fully virtualised domain needs a loader");
        }
        if (domain.verbatim("os/kernel") == null) {
            image.add(Sexpr.pair("kernel", loader));
        } else {
            addKernel(image);
            image.add(Sexpr.pair("loader", loader));
        }
        String emulator = domain.text("devices/emulator");
        if (bare) {
            add(image, "device_model", emulator);
        }
        addVcpus(image);
        String boot = domain.bootLetters();
        image.add(Sexpr.pair("boot", boot.isEmpty() ? "c" : boot));
        addImageDisks(image);
        for (String name : SWITCHES) {
            if (domain.hasFeature(name)) {
                image.add(Sexpr.pair(name, 1));
            }
        }
        image.add(Sexpr.pair("usb", 1));
        domain.usbInputs().forEach(kind -> image.add(Sexpr.pair("usbdevice", kind)));
        if (!bare) {
            addPorts(image, "parallel");
            addPorts(image, "serial");
            add(image, "soundhw", domain.sounds());
            add(image, "device_model", emulator);
            Integer hpet = domain.timerPresence("hpet");
            add(image, "hpet", hpet == null ? null : hpet.toString());
        }
    }

    private void addPorts(List<Sexpr> image, String kind) {
        List<String> ports = domain.ports(kind);
        if (ports.size() > 1) {
            List<Sexpr> several =
                    ports.stream().map(port -> (Sexpr) new Sexpr.Atom(port)).toList();
            image.add(Sexpr.list(kind, new Sexpr.Items(several)));
        } else {
            image.add(Sexpr.pair(kind, ports.isEmpty() ? "none" : ports.get(0)));
        }
    }

    private void addImageDisks(List<Sexpr> image) {
        for (GuestDisk disk : domain.disks()) {
            if (disk.isFloppy()) {
                add(image, disk.target(), disk.source());
            } else if (DevicesToSexpr.isImageCdrom(disk, version)) {
                add(image, "cdrom", disk.source());
            }
        }
    }

    private void addScreen(List<Sexpr> image, GuestGraphics screen) {
        image.add(Sexpr.pair(screen.type(), 1));
        if (version.isFrom(XendVersion.XEN_3_0_3) || !screen.isVnc()) {
            image.addAll(DevicesToSexpr.screenOptions(screen, bare));
        }
    }

    private void addClock(List<Sexpr> image) {
        if (domain.dialect().isFrom(Dialect.LIBVIRT_3)) {
            if (domain.isHvm()) {
                image.add(Sexpr.pair("rtc_timeoffset", domain.clockAdjustment()));
            }
            image.add(Sexpr.pair("localtime", domain.isLocalTime() ? 1 : 0));
        } else if (bare && domain.isHvm() && domain.isLocalTime()) {
            image.add(Sexpr.pair("localtime", 1));
        }
    }
}
