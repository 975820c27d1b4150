package org.innkeeper.core.xml.domain;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Shares of the host's cache and memory bandwidth: each virtual CPU belongs to one group of them. */
final class CacheTuneRules {
    private CacheTuneRules() {}

    static void check(DomainDocument domain) {
        XmlElement tune = domain.root().element("cputune");
        if (tune == null) {
            return;
        }
        checkGroups(tune);
        for (XmlElement group : tune.elements("cachetune")) {
            checkCaches(group);
        }
    }

    /** Two groups either are of the same virtual CPUs, one of each kind, or have none in common. */
    private static void checkGroups(XmlElement tune) {
        Map<String, BitSet> groups = new HashMap<>();
        for (String kind : List.of("cachetune", "memorytune")) {
            for (XmlElement group : tune.elements(kind)) {
                String text = group.attribute("vcpus");
                if (text == null) {
                    throw XmlErrors.unacceptable(group, "attribute 'vcpus' is missing");
                }
                BitSet vcpus = NumaRules.nodes(group, text);
                for (Map.Entry<String, BitSet> other : groups.entrySet()) {
                    boolean sameCpus = other.getValue().equals(vcpus);
                    boolean sameKind = other.getKey().startsWith(kind);
                    if (other.getValue().intersects(vcpus) && (!sameCpus || sameKind)) {
                        throw XmlErrors.unacceptable(
                                group, "'" + text + "' overlaps with the 'vcpus' of another group");
                    }
                }
                groups.put(kind + groups.size(), vcpus);
            }
        }
    }

    private static void checkCaches(XmlElement group) {
        Set<String> seen = new HashSet<>();
        for (XmlElement cache : group.elements("cache")) {
            String place = cache.attribute("level") + "/" + cache.attribute("id") + "/";
            String type = cache.attribute("type");
            boolean both = "both".equals(type);
            boolean collides = both
                    ? seen.contains(place + "code") || seen.contains(place + "data")
                    : seen.contains(place + "both");
            if (collides || !seen.add(place + type)) {
                throw XmlErrors.unacceptable(cache, "the cache of this level, id and type is shared out already");
            }
        }
    }
}
