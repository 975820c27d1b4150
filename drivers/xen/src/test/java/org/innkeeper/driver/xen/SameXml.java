package org.innkeeper.driver.xen;

import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlElement;

/** Compares documents by what they mean. */
public final class SameXml {
    private SameXml() {}

    /** Fails with the first difference. */
    public static void require(XmlElement expected, XmlElement actual) {
        CanonicalXml.firstDifference(expected, actual).ifPresent(difference -> {
            throw new AssertionError(difference + "\n" + actual.toText());
        });
    }
}
