package org.innkeeper.core.xml;

import java.util.Arrays;
import java.util.List;

/** The places in a document where elements of one kind stand. */
final class ElementPattern {
    private final List<String> steps;

    ElementPattern(String place) {
        steps = place.isEmpty() ? List.of() : Arrays.asList(place.split("/"));
    }

    void collect(XmlElement root, List<XmlElement> found) {
        collect(root, 0, found);
    }

    private void collect(XmlElement element, int step, List<XmlElement> found) {
        if (step == steps.size()) {
            if (!found.contains(element)) {
                found.add(element);
            }
            return;
        }
        String wanted = steps.get(step);
        if (wanted.equals("**")) {
            collect(element, step + 1, found);
            element.elements().forEach(child -> collect(child, step, found));
            return;
        }
        for (XmlElement child : element.elements()) {
            if (matches(child, wanted)) {
                collect(child, step + 1, found);
            }
        }
    }

    private static boolean matches(XmlElement element, String wanted) {
        if (wanted.equals("*")) {
            return element.namespace() == null;
        }
        for (String alternative : wanted.split("\\|")) {
            int colon = alternative.indexOf(':');
            String prefix = colon < 0 ? null : alternative.substring(0, colon);
            if (PropertyPath.isNamed(element, prefix, alternative.substring(colon + 1))) {
                return true;
            }
        }
        return false;
    }
}
