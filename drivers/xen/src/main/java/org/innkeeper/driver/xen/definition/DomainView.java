package org.innkeeper.driver.xen.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.BootDeviceProperties;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.VcpuPinProperties;

/** A definition as Xen's ways of writing it want to see it: sizes in MiB, defaults filled in. Reads only. */
public final class DomainView {
    private static final long KIB_PER_MIB = 1024;
    private static final int MAX_VCPUS = 1 << 16;
    /** The greatest number of a port that QEMU emulates. */
    private static final int MAX_PORT = 3;

    private static final String NO_PORT = "none";
    private static final Map<String, String> BOOT_LETTERS = Map.of("fd", "a", "hd", "c", "cdrom", "d", "network", "n");

    private final XmlElement domain;
    private final Dialect dialect;

    public DomainView(XmlElement domain, Dialect dialect) {
        this.domain = Objects.requireNonNull(domain, "domain");
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    public Dialect dialect() {
        return dialect;
    }

    public XmlElement element() {
        return domain;
    }

    /** Whether the guest has a virtual machine of its own rather than Xen's interface to run on. */
    public boolean isHvm() {
        return "hvm".equals(text("os/type"));
    }

    /** Whether the guest is paravirtualised inside the processor's virtual machine. */
    public boolean isPvh() {
        return "xenpvh".equals(text("os/type"));
    }

    /** The trimmed text of an element, null where it is missing or empty. */
    public String text(String path) {
        String text = Elements.textAt(domain, path);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The text of an element with its white space, null where it is missing. */
    public String verbatim(String path) {
        String text = Elements.textAt(domain, path);
        return text == null || text.isEmpty() ? null : text;
    }

    /** @throws InnkeeperException NO_NAME */
    public String name() {
        return DomainProperties.NAME.get(domain).orElseThrow(() -> missing(ErrorCode.NO_NAME, "a name"));
    }

    /** The UUID with dashes, or null. */
    public String uuid() {
        return DomainProperties.UUID.get(domain).map(Object::toString).orElse(null);
    }

    private static InnkeeperException missing(ErrorCode code, String what) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.XEN, "The definition of the domain has not " + what));
    }

    /** The greatest memory, MiB. */
    public long maximumMemory() {
        return mebibytes(DomainProperties.MEMORY
                .get(domain)
                .orElseThrow(() -> missing(ErrorCode.XML_ERROR, "the size of its memory")));
    }

    /** The memory at start, MiB. */
    public long currentMemory() {
        return DomainProperties.CURRENT_MEMORY.get(domain).map(this::mebibytes).orElseGet(this::maximumMemory);
    }

    private long mebibytes(long kibibytes) {
        boolean up = dialect.isFrom(Dialect.LIBVIRT_0_10);
        return (kibibytes + (up ? KIB_PER_MIB - 1 : 0)) / KIB_PER_MIB;
    }

    /** The greatest number of virtual CPUs. */
    public int maximumVcpus() {
        int count = DomainProperties.VCPUS.get(domain).orElse(1);
        if (count < 1 || count > MAX_VCPUS) {
            throw XenErrors.unsupported("A domain cannot have " + count + " virtual CPUs");
        }
        return count;
    }

    /** How many of them are there at start. */
    public int currentVcpus() {
        int current = DomainProperties.CURRENT_VCPUS.get(domain).orElseGet(this::maximumVcpus);
        if (current < 1 || current > maximumVcpus()) {
            throw XenErrors.unsupported("A domain of " + maximumVcpus() + " virtual CPUs cannot start with " + current);
        }
        return current;
    }

    public String cpuset() {
        return DomainProperties.VCPU_CPUSET.get(domain).orElse(null);
    }

    /**
     * The host's CPUs that each virtual CPU may run on, by number, {@code all} for one that no more is said of. Empty
     * where nothing is said of single ones.
     */
    public List<String> vcpuPins() {
        Map<Integer, String> pins = new TreeMap<>();
        for (XmlElement pin : VcpuPinProperties.CATALOGUE.elements(domain)) {
            VcpuPinProperties.VCPU.get(pin).ifPresent(vcpu -> pins.put(vcpu, pin.attribute("cpuset")));
        }
        if (pins.isEmpty()) {
            return List.of();
        }
        String others = Objects.requireNonNullElse(cpuset(), "all");
        return IntStream.range(0, maximumVcpus())
                .mapToObj(vcpu -> Objects.requireNonNullElse(pins.get(vcpu), others))
                .toList();
    }

    /** What to boot from, as letters a, c, d and n; empty where nothing is said. */
    public String bootLetters() {
        StringBuilder letters = new StringBuilder();
        XmlElement os = domain.element("os");
        List<XmlElement> devices = os == null ? List.of() : os.elements("boot");
        for (XmlElement device : devices) {
            letters.append(
                    BOOT_LETTERS.get(BootDeviceProperties.DEVICE.get(device).orElse("hd")));
        }
        return letters.toString();
    }

    /** Whether a feature is named and not switched off. */
    public boolean hasFeature(String name) {
        XmlElement feature = Elements.find(domain, "features/" + name);
        return feature != null && !"off".equals(feature.attribute("state"));
    }

    /** What is to happen at the end of the domain's life. */
    public String lifecycle(String event, String usual) {
        return Objects.requireNonNullElse(text(event), usual);
    }

    /** Whether the guest's clock shows the host's local time. */
    public boolean isLocalTime() {
        XmlElement clock = domain.element("clock");
        if (clock == null) {
            return false;
        }
        String offset = Objects.requireNonNullElse(clock.attribute("offset"), clock.attribute("sync"));
        if ("variable".equals(offset)) {
            return "localtime".equals(clock.attribute("basis"));
        }
        if (offset != null && !offset.equals("utc") && !offset.equals("localtime")) {
            throw XenErrors.unsupported("Xen has no clock with the offset " + offset);
        }
        return "localtime".equals(offset);
    }

    /** How many seconds the clock is ahead of the time it follows. */
    public long clockAdjustment() {
        String adjustment = Elements.attributeAt(domain, "clock", "adjustment");
        boolean variable = "variable".equals(Elements.attributeAt(domain, "clock", "offset"));
        try {
            return variable && adjustment != null ? Long.parseLong(adjustment) : 0;
        } catch (NumberFormatException e) {
            throw XenErrors.unsupported("'" + adjustment + "' is no adjustment of a clock in seconds");
        }
    }

    /** A timer of the clock, or null. */
    public XmlElement timer(String name) {
        XmlElement clock = domain.element("clock");
        if (clock == null) {
            return null;
        }
        return clock.elements("timer").stream()
                .filter(timer -> name.equals(timer.attribute("name")))
                .findFirst()
                .orElse(null);
    }

    /** Whether a timer is there: 1 or 0 as Xen writes it; null where nothing is said. */
    public Integer timerPresence(String name) {
        XmlElement timer = timer(name);
        String present = timer == null ? null : timer.attribute("present");
        return present == null ? null : present.equals("yes") ? 1 : 0;
    }

    /** All disks, in the dialect's order. */
    public List<GuestDisk> disks() {
        List<GuestDisk> disks =
                Elements.devices(domain, "disk").stream().map(GuestDisk::of).toList();
        return dialect.isFrom(Dialect.LIBVIRT_0_10) ? DiskOrder.sorted(disks, isHvm()) : disks;
    }

    public List<GuestInterface> interfaces() {
        return Elements.devices(domain, "interface").stream()
                .map(GuestInterface::of)
                .toList();
    }

    /** The first screen, or null. */
    public GuestGraphics graphics() {
        List<XmlElement> graphics = Elements.devices(domain, "graphics");
        return graphics.isEmpty() ? null : GuestGraphics.of(graphics.get(0));
    }

    /**
     * What the ports of a kind, serial or parallel, are connected to in Xen's words, by their numbers; {@code none} for
     * one that is left out. Empty where there is no port.
     */
    public List<String> ports(String kind) {
        List<XmlElement> ports = new ArrayList<>(Elements.devices(domain, kind));
        if (ports.isEmpty() && kind.equals("serial") && isHvm()) {
            Elements.devices(domain, "console").stream().limit(1).forEach(ports::add);
        }
        List<String> texts = new ArrayList<>();
        for (XmlElement port : ports) {
            int number = Elements.attributeAt(port, "target", "port") == null ? texts.size() : portNumber(port);
            if (number > MAX_PORT) {
                throw XenErrors.unsupported("Xen has no " + kind + " port " + number);
            }
            while (texts.size() <= number) {
                texts.add(NO_PORT);
            }
            texts.set(number, CharacterDevice.of(port).text());
        }
        return texts;
    }

    private static int portNumber(XmlElement port) {
        String number = Elements.attributeAt(port, "target", "port");
        if (!number.matches("[0-9]{1,4}")) {
            throw XenErrors.unsupported("'" + number + "' is no number of a port");
        }
        return Integer.parseInt(number);
    }

    /** The kinds of input devices on the USB bus: mouse, tablet, keyboard. */
    public List<String> usbInputs() {
        return Elements.devices(domain, "input").stream()
                .filter(input -> "usb".equals(input.attribute("bus"))
                        || input.attribute("bus") == null && "tablet".equals(input.attribute("type")))
                .map(input -> input.attribute("type"))
                .toList();
    }

    /** The models of sound cards, parted by commas; null where there is none. */
    public String sounds() {
        List<String> models = Elements.devices(domain, "sound").stream()
                .map(sound -> sound.attribute("model"))
                .filter(Objects::nonNull)
                .toList();
        return models.isEmpty() ? null : String.join(",", models);
    }

    public List<PciFunction> pciFunctions() {
        return Elements.devices(domain, "hostdev").stream()
                .map(PciFunction::of)
                .filter(Objects::nonNull)
                .toList();
    }
}
