package org.innkeeper.driver.qemu.lifecycle;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.innkeeper.core.xml.SizeUnit;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.GuestDefinition;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;

/**
 * A domain document as the driver reads it. Once published it is never changed: an edit works on a {@link #copy}.
 */
public final class Definition {
    private static final BigInteger KIB = BigInteger.valueOf(1024);
    private static final int MAX_VCPUS = 4096;

    private final XmlDocument document;

    public Definition(XmlDocument document) {
        this.document = document;
    }

    public XmlDocument document() {
        return document;
    }

    public XmlElement root() {
        return document.root();
    }

    public Definition copy() {
        return new Definition(document.copy());
    }

    /** The same with everything chosen that the author left open, such as addresses and aliases of devices. */
    Definition completedFor(EmulatorInfo emulator) {
        return new Definition(
                XmlDocument.of(GuestDefinition.complete(root(), emulator).root()));
    }

    public String text() {
        return document.toText();
    }

    public String name() {
        return textOf("name").orElseThrow(() -> GuestErrors.xml("the definition has no <name>", "name"));
    }

    public UUID uuid() {
        return UUID.fromString(textOf("uuid").orElseThrow(() -> GuestErrors.xml("there is no <uuid>", "uuid")));
    }

    /** The kind of hypervisor: {@code qemu}, {@code kvm} and so on. */
    public String type() {
        return Optional.ofNullable(root().attribute("type")).orElse("xen");
    }

    public Optional<String> emulator() {
        return devices()
                .flatMap(d -> Optional.ofNullable(d.element("emulator")))
                .map(e -> e.text().strip());
    }

    public Optional<String> arch() {
        return osType().map(t -> t.attribute("arch"));
    }

    public Optional<String> machine() {
        return osType().map(t -> t.attribute("machine"));
    }

    public Optional<XmlElement> osType() {
        return Optional.ofNullable(root().element("os")).map(os -> os.element("type"));
    }

    /** The most memory, KiB. */
    public long memory() {
        return size("memory")
                .or(() -> size("currentMemory"))
                .orElseThrow(() -> GuestErrors.xml("the definition has no <memory>", "memory"));
    }

    /** The memory it starts with, KiB. */
    public long currentMemory() {
        return size("currentMemory").orElseGet(this::memory);
    }

    /** The most vcpus. */
    public int vcpus() {
        String text = textOf("vcpu").orElse("1");
        return count(text);
    }

    /** The vcpus it starts with. */
    public int currentVcpus() {
        XmlElement element = root().element("vcpu");
        String current = element == null ? null : element.attribute("current");
        return current == null ? vcpus() : count(current);
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_VCPUS) {
            throw GuestErrors.xml("'" + text + "' is no number of vcpus from 1 to " + MAX_VCPUS, "vcpu");
        }
        return Integer.parseInt(text);
    }

    /**
     * Sets a number of vcpus.
     *
     * @param maximum whether it is the most there can be, or how many there are at the start
     */
    public void setVcpus(int count, boolean maximum) {
        int current = currentVcpus();
        int most = maximum ? count : vcpus();
        int start = maximum ? Math.min(current, count) : count;
        setText("vcpu", Integer.toString(most));
        root().element("vcpu").setAttribute("current", start == most ? null : Integer.toString(start));
    }

    /** The elements of one kind below {@code devices}. */
    public List<XmlElement> devices(String kind) {
        return devices().map(d -> d.elements(kind)).orElse(List.of());
    }

    public Optional<XmlElement> devices() {
        return Optional.ofNullable(root().element("devices"));
    }

    /** All elements below {@code devices}. */
    Stream<XmlElement> allDevices() {
        return devices().stream().flatMap(d -> d.elements().stream());
    }

    LifecycleAction action(String element, LifecycleAction otherwise) {
        Optional<String> text = textOf(element);
        if (text.isEmpty()) {
            return otherwise;
        }
        LifecycleAction action = LifecycleAction.ofText(text.get())
                .orElseThrow(() -> GuestErrors.xml("<" + element + "> cannot be '" + text.get() + "'", element));
        if (action.dumps() && !element.equals("on_crash")) {
            throw GuestErrors.xml("<" + element + "> cannot be '" + text.get() + "'", element);
        }
        return action;
    }

    public Optional<String> textOf(String element) {
        return Optional.ofNullable(root().element(element))
                .map(e -> e.text().strip())
                .filter(text -> !text.isEmpty());
    }

    /** Sets the text of an element directly below the root; an empty text removes it. */
    public void setText(String element, String text) {
        XmlElement present = root().element(element);
        if (text == null || text.isEmpty()) {
            if (present != null) {
                present.detach();
            }
            return;
        }
        if (present == null) {
            present = new XmlElement(element);
            root().insert(present);
        }
        present.setText(text);
    }

    /** Sets a size; KiB. */
    public void setSize(String element, long kib) {
        setText(element, Long.toString(kib));
        root().element(element).setAttribute("unit", "KiB");
    }

    private Optional<Long> size(String name) {
        XmlElement element = root().element(name);
        if (element == null || element.text().isBlank()) {
            return Optional.empty();
        }
        String text = element.text().strip();
        String unit = Optional.ofNullable(element.attribute("unit")).orElse("KiB");
        try {
            if (!text.matches("[0-9]{1,20}")) {
                throw new NumberFormatException(text);
            }
            BigInteger bytes = new BigInteger(text).multiply(SizeUnit.bytes(unit));
            return Optional.of(
                    bytes.add(KIB.subtract(BigInteger.ONE)).divide(KIB).longValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw GuestErrors.xml("<" + name + "> is no size: " + text + " " + unit, name);
        }
    }

    @Override
    public String toString() {
        return "Definition of " + textOf("name").orElse("?");
    }
}
