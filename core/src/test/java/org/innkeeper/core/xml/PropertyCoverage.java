package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which parts of documents the declared properties reach, and which properties were met in documents. */
public final class PropertyCoverage {
    private final List<Catalogue> catalogues;
    private final Set<String> met = new HashSet<>();
    private final Set<String> unreached = new TreeSet<>();
    private int probes;

    public PropertyCoverage(List<Catalogue> catalogues) {
        this.catalogues = catalogues;
    }

    /** Tries every property on every element it is declared for; throws where one leaves a trace. */
    public void probe(XmlDocument document) {
        for (Catalogue catalogue : catalogues) {
            for (XmlElement base : catalogue.elements(document.root())) {
                for (Property<?> property : catalogue.properties()) {
                    if (PropertyProbe.probe(document, base, property)) {
                        met.add(property.name());
                        probes++;
                    }
                }
            }
        }
    }

    /** Notes every attribute, text and empty element that no property reads. */
    public void noteUnreached(XmlDocument document) {
        Map<XmlElement, Set<String>> reached = new IdentityHashMap<>();
        for (Catalogue catalogue : catalogues) {
            for (XmlElement base : catalogue.elements(document.root())) {
                reached.computeIfAbsent(base, key -> new HashSet<>()).add("");
                for (Property<?> property : catalogue.properties()) {
                    note((LocatedProperty<?>) property, base, reached);
                }
            }
        }
        collect(document.root(), reached);
    }

    private static void note(LocatedProperty<?> property, XmlElement base, Map<XmlElement, Set<String>> reached) {
        XmlElement end = property.location().find(base);
        if (end == null) {
            return;
        }
        Set<String> here = reached.computeIfAbsent(end, key -> new HashSet<>());
        String attribute = property.location().attribute();
        here.add(attribute == null ? "#" : "@" + attribute);
        if (property instanceof SizeProperty size) {
            here.add("@" + size.unitAttribute());
        }
        if (property instanceof StateProperty) {
            here.add("@" + StateProperty.STATE);
        }
        for (XmlElement way = end; way != null && way != base.parent(); way = way.parent()) {
            reached.computeIfAbsent(way, key -> new HashSet<>()).add("");
        }
    }

    private void collect(XmlElement element, Map<XmlElement, Set<String>> reached) {
        Set<String> here = reached.getOrDefault(element, Set.of());
        boolean says = !element.hasAttributes() && element.isEmpty();
        if (here.isEmpty() && says) {
            unreached.add(element.path());
        }
        for (String attribute : element.attributes().keySet()) {
            if (!attribute.startsWith("xmlns") && !here.contains("@" + attribute)) {
                unreached.add(element.path() + "@" + attribute);
            }
        }
        if (!element.text().isBlank() && !here.contains("#")) {
            unreached.add(element.path() + "#");
        }
        element.elements().forEach(child -> collect(child, reached));
    }

    /** The properties that had a value in none of the documents tried. */
    public List<String> unmet() {
        List<String> unmet = new ArrayList<>();
        for (Catalogue catalogue : catalogues) {
            for (Property<?> property : catalogue.properties()) {
                if (!met.contains(property.name())) {
                    unmet.add(property.name());
                }
            }
        }
        return unmet;
    }

    public Set<String> unreached() {
        return unreached;
    }

    /** How many times a property was tried on an element that had it. */
    public int probes() {
        return probes;
    }
}
