package org.innkeeper.core.xml;

import java.util.Map;

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
        Map<XmlElement, XmlElement> keptOf = ElementIdentity.pairs(asked, kept);
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

    private static void completeText(XmlElement now, XmlElement asked, XmlElement kept) {
        boolean textOnly = asked.elements().isEmpty() && !asked.text().isBlank();
        if (textOnly && kept.isEmpty() && now.isEmpty()) {
            now.setText(asked.text());
        }
    }
}
