package org.innkeeper.driver.openvz.definition;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.xml.SizeUnit;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.openvz.host.VzErrors;

/**
 * Reads domain documents for OpenVZ: the modern ones, with a {@code <filesystem type='template'>}, and those of 2007, which
 * have a {@code <container>}.
 */
public final class SpecReader {
    private static final Set<String> DEVICES = Set.of("filesystem", "interface", "console", "emulator");

    private final DomainDocument document;
    private final XmlElement root;

    private SpecReader(DomainDocument document) {
        this.document = document;
        root = document.root();
    }

    /**
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL, XML_ERROR or NO_NAME where it is wrong,
     *     CONFIG_UNSUPPORTED where it asks for what a container cannot have
     */
    public static ContainerSpec read(String xml) {
        DomainDocument document = DomainDocument.read(xml);
        if (document.root().element("container") == null) {
            document.validate();
        }
        return new SpecReader(document).read();
    }

    private ContainerSpec read() {
        if (!"openvz".equals(root.attribute("type"))) {
            throw XmlErrors.unsupported(root, "its type must be openvz");
        }
        XmlElement container = root.element("container");
        XmlElement devices = root.element("devices");
        if (devices != null) {
            devices.elements().forEach(SpecReader::checkDevice);
        }
        XmlElement filesystem = filesystem();
        return new ContainerSpec(
                name(),
                document.uuid(),
                ContainerTexts.ofDomain(root),
                container == null ? template(filesystem) : fileName(container, "filesystem", "template"),
                container == null ? Optional.empty() : fileName(container, "profile"),
                maximumMemory(),
                memory(),
                vcpus(),
                maximumVcpus(),
                cpuMask(container),
                tuned("min_guarantee"),
                tuned("swap_hard_limit"),
                space(filesystem, "space_soft_limit"),
                space(filesystem, "space_hard_limit"),
                network(container));
    }

    private static void checkDevice(XmlElement device) {
        if (!DEVICES.contains(device.name())) {
            throw XmlErrors.unsupported(device, "a container has no such device");
        }
    }

    private String name() {
        XmlElement element = root.element("name");
        String name = element == null ? "" : element.text().strip();
        if (name.isEmpty()) {
            throw VzErrors.of(ErrorCode.NO_NAME, "The definition has no name", "Give it a <name>");
        }
        if (!Names.isContainer(name)) {
            throw XmlErrors.unacceptable(
                    element, "a container's name has letters, digits, dots, dashes, underscores and blanks only");
        }
        return name;
    }

    private XmlElement filesystem() {
        List<XmlElement> filesystems = document.devices("filesystem");
        if (filesystems.size() > 1) {
            throw XmlErrors.unsupported(filesystems.get(1), "a container has one file system");
        }
        return filesystems.isEmpty() ? null : filesystems.get(0);
    }

    private static Optional<String> template(XmlElement filesystem) {
        if (filesystem == null || !"template".equals(filesystem.attribute("type"))) {
            return Optional.empty();
        }
        XmlElement source = filesystem.element("source");
        String name = source == null ? "" : Objects.requireNonNullElse(source.attribute("name"), "");
        if (!Names.isFile(name)) {
            throw XmlErrors.unacceptable(filesystem, "'" + name + "' is no name of a template");
        }
        return Optional.of(name);
    }

    /** A name of 2007, which has to be there. */
    private static Optional<String> fileName(XmlElement container, String... path) {
        XmlElement element = container;
        for (String step : path) {
            XmlElement next = element.element(step);
            if (next == null) {
                throw XmlErrors.unacceptable(element, "it has no <" + step + ">");
            }
            element = next;
        }
        String name = element.text().strip();
        if (!Names.isFile(name)) {
            throw XmlErrors.unacceptable(element, "'" + name + "' is no name of a file of OpenVZ");
        }
        return Optional.of(name);
    }

    private OptionalLong maximumMemory() {
        OptionalLong memory = kib(root.element("memory"), "KiB");
        return memory.orElse(0) > 0 ? memory : tuned("hard_limit");
    }

    private OptionalLong memory() {
        OptionalLong memory = kib(root.element("memory"), "KiB");
        if (memory.orElse(0) == 0) {
            return tuned("soft_limit");
        }
        OptionalLong current = kib(root.element("currentMemory"), "KiB");
        return current.orElse(0) == 0 ? memory : current;
    }

    private OptionalLong tuned(String limit) {
        XmlElement tuning = root.element("memtune");
        OptionalLong size = tuning == null ? OptionalLong.empty() : kib(tuning.element(limit), "KiB");
        return size.orElse(0) == 0 ? OptionalLong.empty() : size;
    }

    private static OptionalLong space(XmlElement filesystem, String limit) {
        OptionalLong size = filesystem == null ? OptionalLong.empty() : kib(filesystem.element(limit), "bytes");
        return size.orElse(0) == 0 ? OptionalLong.empty() : size;
    }

    /** @param unit the one that is meant where the element names none */
    private static OptionalLong kib(XmlElement element, String unit) {
        if (element == null) {
            return OptionalLong.empty();
        }
        String named = element.attribute("unit");
        try {
            return OptionalLong.of(new BigInteger(element.text().strip())
                    .multiply(SizeUnit.bytes(named == null ? unit : named))
                    .add(BigInteger.valueOf(1023))
                    .shiftRight(10)
                    .longValueExact());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw XmlErrors.unacceptable(element, "'" + element.text().strip() + "' is no size");
        }
    }

    private OptionalInt maximumVcpus() {
        XmlElement element = root.element("vcpu");
        return element == null ? OptionalInt.empty() : OptionalInt.of(count(element, element.text()));
    }

    private OptionalInt vcpus() {
        XmlElement element = root.element("vcpu");
        if (element == null || element.attribute("current") == null) {
            return maximumVcpus();
        }
        int current = count(element, element.attribute("current"));
        if (current > maximumVcpus().orElseThrow()) {
            throw XmlErrors.unacceptable(element, "more CPUs than the most there may be");
        }
        return OptionalInt.of(current);
    }

    private static int count(XmlElement element, String text) {
        String digits = text.strip();
        if (!digits.matches("[1-9][0-9]{0,4}")) {
            throw XmlErrors.unacceptable(element, "'" + digits + "' is no number of CPUs");
        }
        return Integer.parseInt(digits);
    }

    /** A document of today that binds no CPU lets the container run on all; one of 2007 says nothing of it. */
    private Optional<String> cpuMask(XmlElement container) {
        if (container != null) {
            return Optional.empty();
        }
        XmlElement vcpu = root.element("vcpu");
        CpuMap mask = vcpu == null || vcpu.attribute("cpuset") == null ? null : cpus(vcpu);
        XmlElement tuning = root.element("cputune");
        for (XmlElement pin : tuning == null ? List.<XmlElement>of() : tuning.elements("vcpupin")) {
            CpuMap pinned = cpus(pin);
            if (mask != null && !mask.equals(pinned)) {
                throw XmlErrors.unsupported(pin, "the CPUs of a container are bound together, not each for itself");
            }
            mask = pinned;
        }
        return Optional.of(CpuBinding.parameter(Optional.ofNullable(mask)));
    }

    private static CpuMap cpus(XmlElement element) {
        String text = Objects.requireNonNullElse(element.attribute("cpuset"), "");
        try {
            CpuMap map = CpuBinding.map(text);
            if (!map.isEmpty()) {
                return map;
            }
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(element, "'" + text + "' is no set of CPUs");
        }
        throw XmlErrors.unacceptable(element, "a container needs at least one CPU to run on");
    }

    private Optional<ContainerSpec.Network> network(XmlElement container) {
        if (container != null) {
            return Optional.ofNullable(container.element("network")).map(NetworkReader::of2007);
        }
        return Optional.of(NetworkReader.of(document.devices("interface")));
    }
}
