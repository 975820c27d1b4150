package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells which of several elements of one name is which, in two versions of a document. */
final class ElementIdentity {
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,7}");
    private static final String MAC = "mac@address";

    /** By what an element is known: attributes of its own or of an element below. Others are known by their place. */
    private static final Map<String, List<String>> KNOWN_BY = Map.ofEntries(
            Map.entry("disk", List.of("target@dev", "@name")),
            Map.entry("interface", List.of(MAC, "@dev")),
            Map.entry("controller", List.of("@type", "@index", "@model")),
            Map.entry(
                    "hostdev",
                    List.of(
                            "@type",
                            "source/address@domain",
                            "source/address@bus",
                            "source/address@slot",
                            "source/address@function",
                            "source/vendor@id",
                            "source/product@id")),
            Map.entry("filesystem", List.of("target@dir")),
            Map.entry("graphics", List.of("@type")),
            Map.entry("input", List.of("@type", "@bus")),
            Map.entry("channel", List.of("@type", "@name", "target@name")),
            Map.entry("serial", List.of("target@port")),
            Map.entry("audio", List.of("@id")),
            Map.entry("feature", List.of("@name")),
            Map.entry("timer", List.of("@name")),
            Map.entry("cell", List.of("@id")),
            Map.entry("vcpu", List.of("@id")),
            Map.entry("vcpupin", List.of("@vcpu")),
            Map.entry("iothread", List.of("@id")),
            Map.entry("entry", List.of("@name")),
            Map.entry("seclabel", List.of("@model")),
            Map.entry("boot", List.of("@dev")),
            Map.entry("host", List.of("@mac", "@ip", "@name")),
            Map.entry("portgroup", List.of("@name")));

    private ElementIdentity() {}

    /** The children of an element by their identity, in document order. */
    static Map<String, XmlElement> children(XmlElement parent) {
        Map<String, XmlElement> children = new LinkedHashMap<>();
        Map<String, Integer> repeated = new HashMap<>();
        for (XmlElement child : parent.elements()) {
            String key = key(child);
            int before = repeated.merge(key, 1, Integer::sum) - 1;
            children.put(before == 0 ? key : key + "#" + before, child);
        }
        return children;
    }

    /**
     * Which child of one element is which of another. Those of the same identity first; then those that can be the same,
     * since one of them lacks what the other is known by, in their order.
     */
    static Map<XmlElement, XmlElement> pairs(XmlElement left, XmlElement right) {
        Map<XmlElement, XmlElement> pairs = new IdentityHashMap<>();
        Map<String, XmlElement> candidates = children(right);
        List<XmlElement> rest = new ArrayList<>();
        children(left).forEach((key, child) -> {
            XmlElement same = candidates.remove(key);
            if (same == null) {
                rest.add(child);
            } else {
                pairs.put(child, same);
            }
        });
        for (XmlElement child : rest) {
            candidates.values().stream()
                    .filter(other -> canBeSame(child, other))
                    .findFirst()
                    .ifPresent(other -> {
                        pairs.put(child, other);
                        candidates.values().remove(other);
                    });
        }
        return pairs;
    }

    private static boolean canBeSame(XmlElement left, XmlElement right) {
        List<String> paths = KNOWN_BY.getOrDefault(left.name(), List.of());
        return left.name().equals(right.name())
                && !paths.isEmpty()
                && paths.stream().allMatch(path -> {
                    String one = value(left, path);
                    String other = value(right, path);
                    return one == null || other == null || one.equals(other);
                });
    }

    private static String key(XmlElement element) {
        StringBuilder key = new StringBuilder(element.name());
        for (String path : KNOWN_BY.getOrDefault(element.name(), List.of())) {
            String value = value(element, path);
            key.append('|').append(value == null ? "" : value);
        }
        return key.toString();
    }

    private static String value(XmlElement element, String path) {
        int at = path.indexOf('@');
        XmlElement holder = element;
        for (String step : at == 0 ? new String[0] : path.substring(0, at).split("/")) {
            holder = holder == null ? null : holder.element(step);
        }
        String value = holder == null ? null : holder.attribute(path.substring(at + 1));
        return value == null ? null : plain(path, value);
    }

    /** One spelling of what is the same: hexadecimal numbers with any number of zeros, MAC addresses in either case. */
    private static String plain(String path, String value) {
        if (path.equals(MAC)) {
            return value.toLowerCase(Locale.ROOT);
        }
        return HEXADECIMAL.matcher(value).matches()
                ? Integer.toString(Integer.parseInt(value.substring(2), 16))
                : value;
    }
}
