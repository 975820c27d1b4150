package org.innkeeper.driver.remote;

import static org.innkeeper.core.spi.SnapshotFlags.LIST_ACTIVE;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_DESCENDANTS;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_DISK_ONLY;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_EXTERNAL;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_INACTIVE;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_INTERNAL;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_LEAVES;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_METADATA;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_NO_LEAVES;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_NO_METADATA;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_ROOTS;
import static org.innkeeper.core.spi.SnapshotFlags.LIST_TOPOLOGICAL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;

/**
 * The snapshots of a daemon from before the one call that lists them all (libvirt 0.9.13). Which is whose child, and how it
 * was taken, stands in their definitions, which the oldest daemons with snapshots (0.8.0) have too.
 */
final class SnapshotsByName {
    private static final NamedKind KIND = new NamedKind(
                    "DOMAIN_SNAPSHOT_NUM", "DOMAIN_SNAPSHOT_LIST_NAMES", "DOMAIN_SNAPSHOT_LOOKUP_BY_NAME")
            .withFlags(0);

    private final FarSide far;
    private final ListsByName lists;

    SnapshotsByName(FarSide far) {
        this.far = far;
        this.lists = new ListsByName(far);
    }

    List<SnapshotRef> list(CallContext context, DomainRef domain, long flags) {
        if (flags == 0) {
            return lists.all(context, SnapshotRef.class, KIND.of(domain));
        }
        Map<SnapshotRef, XmlElement> definitions = definitions(context, domain);
        return chosen(context, definitions, parentsFirst(definitions), flags, LIST_ROOTS);
    }

    List<SnapshotRef> children(CallContext context, SnapshotRef snapshot, long flags) {
        Map<SnapshotRef, XmlElement> definitions = definitions(context, snapshot.domain());
        Set<String> above = new HashSet<>(Set.of(snapshot.name()));
        List<SnapshotRef> below = new ArrayList<>();
        for (SnapshotRef one : parentsFirst(definitions)) {
            if (above.contains(parent(definitions.get(one)))) {
                below.add(one);
                if ((flags & LIST_DESCENDANTS) != 0) {
                    above.add(one.name());
                }
            }
        }
        return chosen(context, definitions, below, flags & ~LIST_DESCENDANTS, 0);
    }

    Optional<SnapshotRef> parent(CallContext context, SnapshotRef snapshot) {
        XmlElement definition = XmlElement.parse(far.askText(context, "DOMAIN_SNAPSHOT_GET_XML_DESC", snapshot, 0));
        String parent = parent(definition);
        return parent.isEmpty() ? Optional.empty() : Optional.of(new SnapshotRef(snapshot.domain(), parent));
    }

    private Map<SnapshotRef, XmlElement> definitions(CallContext context, DomainRef domain) {
        Map<SnapshotRef, XmlElement> definitions = new LinkedHashMap<>();
        List<SnapshotRef> all = lists.all(context, SnapshotRef.class, KIND.of(domain));
        new OneByOne(far)
                .ask(context, "DOMAIN_SNAPSHOT_GET_XML_DESC", all, snapshot -> new Object[] {snapshot, 0})
                .forEach((snapshot, xml) -> definitions.put(snapshot, XmlElement.parse(xml.text("xml"))));
        return definitions;
    }

    private List<SnapshotRef> chosen(
            CallContext context,
            Map<SnapshotRef, XmlElement> definitions,
            List<SnapshotRef> from,
            long flags,
            long rootsBit) {
        Set<String> parents =
                definitions.values().stream().map(SnapshotsByName::parent).collect(Collectors.toSet());
        return new Choice<>(far, context, flags & ~LIST_TOPOLOGICAL, from)
                .by(rootsBit, one -> parent(definitions.get(one)).isEmpty() ? rootsBit : 0)
                .by(LIST_LEAVES | LIST_NO_LEAVES, one -> parents.contains(one.name()) ? LIST_NO_LEAVES : LIST_LEAVES)
                .by(LIST_METADATA | LIST_NO_METADATA, one -> LIST_METADATA)
                .by(LIST_INACTIVE | LIST_ACTIVE | LIST_DISK_ONLY, one -> state(definitions.get(one)))
                .by(
                        LIST_INTERNAL | LIST_EXTERNAL,
                        one -> isExternal(definitions.get(one)) ? LIST_EXTERNAL : LIST_INTERNAL)
                .left();
    }

    /** A snapshot whose parent is not there comes where a root would. */
    private static List<SnapshotRef> parentsFirst(Map<SnapshotRef, XmlElement> definitions) {
        Map<String, SnapshotRef> left = new LinkedHashMap<>();
        definitions.keySet().forEach(one -> left.put(one.name(), one));
        List<SnapshotRef> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            List<SnapshotRef> next = left.values().stream()
                    .filter(one -> !left.containsKey(parent(definitions.get(one))))
                    .toList();
            // Definitions that name each other as parents are in no order.
            List<SnapshotRef> taken = next.isEmpty() ? List.copyOf(left.values()) : next;
            sorted.addAll(taken);
            taken.forEach(one -> left.remove(one.name()));
        }
        return sorted;
    }

    /** The name of the parent, "" at a root. */
    private static String parent(XmlElement definition) {
        XmlElement parent = definition.element("parent");
        XmlElement name = parent == null ? null : parent.element("name");
        return name == null ? "" : name.text();
    }

    private static long state(XmlElement definition) {
        XmlElement state = definition.element("state");
        return switch (state == null ? "" : state.text()) {
            case "shutoff" -> LIST_INACTIVE;
            case "disk-snapshot" -> LIST_DISK_ONLY;
            default -> LIST_ACTIVE;
        };
    }

    private static boolean isExternal(XmlElement definition) {
        XmlElement memory = definition.element("memory");
        XmlElement disks = definition.element("disks");
        return memory != null && isExternalPart(memory)
                || disks != null && disks.elements("disk").stream().anyMatch(SnapshotsByName::isExternalPart);
    }

    private static boolean isExternalPart(XmlElement part) {
        return "external".equals(part.attribute("snapshot"));
    }
}
