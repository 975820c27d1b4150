package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.List;

/** The places in a document where elements of one kind stand. */
final class ElementPattern {
    private final List<Step> steps = new ArrayList<>();

    ElementPattern(String place) {
        if (!place.isEmpty()) {
            for (String step : place.split("/")) {
                steps.add(Step.parse(step));
            }
        }
    }

    void collect(XmlElement root, List<XmlElement> found) {
        collect(root, 0, found);
    }

    private void collect(XmlElement element, int index, List<XmlElement> found) {
        if (index == steps.size()) {
            if (!found.contains(element)) {
                found.add(element);
            }
            return;
        }
        Step step = steps.get(index);
        if (step.anyDepth()) {
            collect(element, index + 1, found);
        }
        for (int i = 0; i < element.size(); i++) {
            if (element.node(i) instanceof XmlElement child) {
                if (step.anyDepth()) {
                    collect(child, index, found);
                } else if (step.matches(child)) {
                    collect(child, index + 1, found);
                }
            }
        }
    }

    /** One level of the way: any number of levels, any element, or one of some names. */
    private record Step(boolean anyDepth, boolean anyName, List<String[]> names) {
        static Step parse(String text) {
            List<String[]> names = new ArrayList<>();
            for (String name : text.split("\\|")) {
                int colon = name.indexOf(':');
                names.add(new String[] {colon < 0 ? null : name.substring(0, colon), name.substring(colon + 1)});
            }
            return new Step(text.equals("**"), text.equals("*"), names);
        }

        boolean matches(XmlElement element) {
            if (anyName) {
                return element.namespace() == null;
            }
            for (String[] name : names) {
                if (PropertyPath.isNamed(element, name[0], name[1])) {
                    return true;
                }
            }
            return false;
        }
    }
}
