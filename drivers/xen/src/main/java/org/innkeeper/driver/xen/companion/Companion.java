package org.innkeeper.driver.xen.companion;

import java.util.Optional;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.DocumentCompletion;
import org.innkeeper.core.xml.XmlElement;

/**
 * A definition as it was asked for, beside what Xen's tools made of it at that time. The difference is what they have no
 * place for.
 *
 * @param asked the definition that was to be stored
 * @param kept what was read back after it was stored
 */
record Companion(XmlElement asked, XmlElement kept) {
    private static final String ROOT = "companion";
    private static final String ASKED = "asked";
    private static final String KEPT = "kept";

    static Optional<Companion> of(XmlElement root) {
        XmlElement asked = content(root, ASKED);
        XmlElement kept = content(root, KEPT);
        return asked == null || kept == null ? Optional.empty() : Optional.of(new Companion(asked, kept));
    }

    private static XmlElement content(XmlElement root, String name) {
        XmlElement holder = root.element(name);
        return holder == null || holder.elements().isEmpty()
                ? null
                : holder.elements().get(0);
    }

    XmlElement toXml() {
        return new XmlElement(ROOT)
                .add(new XmlElement(ASKED).add(asked.copy()))
                .add(new XmlElement(KEPT).add(kept.copy()));
    }

    /** Whether Xen's tools kept all of it. */
    boolean isEmpty() {
        XmlElement whole = kept.copy();
        complete(whole);
        return CanonicalXml.sameMeaning(whole, kept);
    }

    /** Puts into what is stored now what there is no place for. */
    void complete(XmlElement now) {
        DocumentCompletion.complete(now, asked, kept);
        NetworkNames.restore(now, asked);
    }
}
