package org.innkeeper.core.xml;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts back into a document what its keeper has no place for. The keeper was given a document, gave back less, and may have
 * let others change what it has since: what it can express is its own word, what it never could is taken from what it was
 * given. Devices are told apart by what they are known by (a disk by its target), not by their place.
 */
public final class DocumentCompletion {
    private DocumentCompletion() {}

    /**
     * Completes an element and all below it.
     *
     * @param now what the keeper tells now; is changed
     * @param asked what it was once given
     * @param kept what it told right after that
     */
    public static void complete(XmlElement now, XmlElement asked, XmlElement kept) {
        asked.attributes().forEach((name, value) -> {
            if (kept.attribute(name) == null && now.attribute(name) == null) {
                now.setAttribute(name, value);
            }
        });
        completeText(now, asked, kept);
        Map<XmlElement, XmlElement> keptOf = keptOf(asked, kept);
        Map<XmlElement, XmlElement> nowOf = ElementIdentity.pairs(kept, now);
        Map<XmlElement, XmlElement> learnt = ElementIdentity.pairs(asked, now);
        for (XmlElement child : asked.elements()) {
            XmlElement keptChild = keptOf.get(child);
            if (keptChild != null && nowOf.containsKey(keptChild)) {
                complete(nowOf.get(keptChild), child, keptChild);
            } else if (keptChild == null && !learnt.containsKey(child)) {
                now.insert(child.copy());
            }
        }
    }

    /**
     * What became of the children that were asked for. A keeper may know an element by another name (a disk {@code ioemu:hda}
     * by {@code hda}): where as many of a kind are left on both sides, they are the same in their order.
     */
    private static Map<XmlElement, XmlElement> keptOf(XmlElement asked, XmlElement kept) {
        Map<XmlElement, XmlElement> pairs = ElementIdentity.pairs(asked, kept);
        Set<XmlElement> found = Collections.newSetFromMap(new IdentityHashMap<>());
        found.addAll(pairs.values());
        for (String name :
                asked.elements().stream().map(XmlElement::name).distinct().toList()) {
            List<XmlElement> given = asked.elements(name).stream()
                    .filter(child -> !pairs.containsKey(child))
                    .toList();
            List<XmlElement> told = kept.elements(name).stream()
                    .filter(child -> !found.contains(child))
                    .toList();
            if (given.size() == told.size()) {
                for (int i = 0; i < given.size(); i++) {
                    pairs.put(given.get(i), told.get(i));
                }
            }
        }
        return pairs;
    }

    private static void completeText(XmlElement now, XmlElement asked, XmlElement kept) {
        boolean textOnly = asked.elements().isEmpty() && !asked.text().isBlank();
        if (textOnly && kept.isEmpty() && now.isEmpty()) {
            now.setText(asked.text());
        }
    }
}
