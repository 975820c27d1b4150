package org.innkeeper.driver.test.facet;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.test.host.HostErrors;

/** Changes one section of a network's definition. */
final class NetworkUpdate {
    private static final int MODIFY = 1;
    private static final int DELETE = 2;
    private static final int ADD_LAST = 3;
    private static final int ADD_FIRST = 4;

    private final XmlElement root;
    private final Section section;
    private final int parentIndex;

    /** @param section libvirt's {@code virNetworkUpdateSection} */
    NetworkUpdate(XmlElement root, int section, int parentIndex) {
        this.root = root;
        this.section = Section.ofNumber(section);
        this.parentIndex = parentIndex;
    }

    /** @param command libvirt's {@code virNetworkUpdateCommand} */
    void apply(int command, XmlElement part) {
        if (!part.name().equals(section.element)) {
            throw XmlErrors.unacceptable(part, "does not belong in this section; it wants <" + section.element + ">");
        }
        XmlElement parent = parent();
        XmlElement match = find(parent, part);
        switch (command) {
            case MODIFY -> {
                require(match != null, part, "is not there");
                parent.insertBefore(part.copy(), match);
                match.detach();
            }
            case DELETE -> {
                require(match != null, part, "is not there");
                match.detach();
            }
            case ADD_LAST, ADD_FIRST -> {
                require(match == null, part, "is there already");
                XmlElement first = parent.element(section.element);
                if (command == ADD_FIRST && first != null) {
                    parent.insertBefore(part.copy(), first);
                } else {
                    parent.insert(part.copy());
                }
            }
            default -> throw HostErrors.argument("There is no command " + command + " to change a network with");
        }
    }

    private static void require(boolean right, XmlElement part, String reason) {
        if (!right) {
            throw HostErrors.of(
                    ErrorCode.OPERATION_INVALID, "The <" + part.name() + "> of the network " + reason, "Read it again");
        }
    }

    private XmlElement parent() {
        XmlElement parent = root;
        for (String name : section.path) {
            List<XmlElement> found = parent.elements(name);
            boolean indexed = name.equals("ip") && parentIndex >= 0;
            if (indexed && parentIndex >= found.size()) {
                throw HostErrors.of(ErrorCode.OPERATION_INVALID, "The network has no <ip> number " + parentIndex);
            }
            XmlElement next = indexed ? found.get(parentIndex) : found.isEmpty() ? null : found.get(0);
            if (next == null) {
                next = new XmlElement(name);
                parent.insert(next);
            }
            parent = next;
        }
        return parent;
    }

    /** The element that has one of the keys of the part. */
    private XmlElement find(XmlElement parent, XmlElement part) {
        for (XmlElement candidate : parent.elements(section.element)) {
            for (String key : section.keys) {
                if (part.attribute(key) != null && part.attribute(key).equals(candidate.attribute(key))) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** What can be changed, and how its elements are told apart. */
    private enum Section {
        DHCP_HOST(4, List.of("ip", "dhcp"), "host", List.of("mac", "name", "ip")),
        DHCP_RANGE(5, List.of("ip", "dhcp"), "range", List.of("start")),
        FORWARD_INTERFACE(7, List.of("forward"), "interface", List.of("dev")),
        PORT_GROUP(9, List.of(), "portgroup", List.of("name")),
        DNS_HOST(10, List.of("dns"), "host", List.of("ip")),
        DNS_TXT(11, List.of("dns"), "txt", List.of("name")),
        DNS_SRV(12, List.of("dns"), "srv", List.of("service"));

        private final int number;
        private final List<String> path;
        private final String element;
        private final List<String> keys;

        Section(int number, List<String> path, String element, List<String> keys) {
            this.number = number;
            this.path = path;
            this.element = element;
            this.keys = keys;
        }

        static Section ofNumber(int number) {
            for (Section section : values()) {
                if (section.number == number) {
                    return section;
                }
            }
            throw HostErrors.of(
                    ErrorCode.INVALID_ARG,
                    "The section " + number + " of a network cannot be changed alone",
                    "Define the network anew");
        }
    }
}
