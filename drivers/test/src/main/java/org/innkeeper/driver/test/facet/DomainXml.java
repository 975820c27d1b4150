package org.innkeeper.driver.test.facet;

import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.host.TestDomain;

/** The XML of a domain as a caller may see it. */
final class DomainXml {
    private DomainXml() {}

    /**
     * @param inactive the stored definition of an active domain
     * @param secrets whether passwords may be shown
     */
    static String of(TestDomain domain, boolean inactive, boolean secrets) {
        String text;
        if (!domain.isActive()) {
            text = domain.persistent().xml();
        } else if (inactive) {
            text = domain.isPersistent()
                    ? domain.persistent().xml()
                    : domain.run().definition().xml();
        } else {
            text = domain.liveXml();
        }
        return visible(text, secrets);
    }

    /** The text as it is, or without its passwords. */
    static String visible(String text, boolean secrets) {
        return secrets || !text.contains("passwd=") ? text : withoutSecrets(text);
    }

    private static String withoutSecrets(String text) {
        XmlDocument document = XmlDocument.parse(text);
        XmlElement devices = document.root().element("devices");
        if (devices != null) {
            devices.elements("graphics").forEach(graphics -> graphics.setAttribute("passwd", null));
        }
        return document.toText();
    }
}
