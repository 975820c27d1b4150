package org.innkeeper.driver.test.facet;

import java.util.Map;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.MetadataElements;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.XmlReading;

/** Title, description and foreign elements of guests in memory. */
final class TestMetadataFacet extends HostFacet implements MetadataFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final int DESCRIPTION = 0;
    private static final int TITLE = 1;
    private static final int ELEMENT = 2;

    TestMetadataFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public String metadata(CallContext context, DomainRef domain, int type, String uri, long flags) {
        DomainFlags.check("metadata.get", flags, AFFECT);
        checkType(type, uri);
        return call(context, "metadata.get", () -> {
            TestDomain found = host.domains().get(domain);
            XmlElement root = XmlDocument.parse(chosen(found, flags).xml()).root();
            String value = type == ELEMENT ? elementText(root, uri) : XmlReading.text(root, childName(type));
            if (value == null) {
                throw HostErrors.domain(
                        ErrorCode.NO_DOMAIN_METADATA,
                        found,
                        "'" + found.name() + "' has no " + (type == ELEMENT ? "metadata of " + uri : childName(type)),
                        null);
            }
            return value;
        });
    }

    private static void checkType(int type, String uri) {
        if (type < DESCRIPTION || type > ELEMENT) {
            throw HostErrors.argument("There is no kind of metadata " + type);
        }
        if (type == ELEMENT && (uri == null || uri.isEmpty())) {
            throw HostErrors.argument("A metadata element needs the URI of its namespace");
        }
    }

    private static String childName(int type) {
        return type == TITLE ? "title" : "description";
    }

    private static String elementText(XmlElement root, String uri) {
        XmlElement element = MetadataElements.find(root, uri);
        return element == null
                ? null
                : MetadataElements.withoutPrefix(element, uri).toText();
    }

    @Override
    public void setMetadata(
            CallContext context, DomainRef domain, int type, String value, String key, String uri, long flags) {
        DomainFlags.check("metadata.set", flags, AFFECT);
        checkType(type, uri);
        if (type == TITLE && value != null && value.indexOf('\n') >= 0) {
            throw HostErrors.argument("A title is one line");
        }
        if (type == ELEMENT && value != null && (key == null || key.isEmpty())) {
            throw HostErrors.argument("A metadata element needs a prefix for its namespace");
        }
        XmlElement element = type == ELEMENT && value != null
                ? MetadataElements.withPrefix(XmlElement.parse(value), key, uri)
                : null;
        run(context, "metadata.set", () -> {
            TestDomain found = host.domains().get(domain);
            Affected affected = affected(found, flags);
            host.inventory().edit(found, affected.live(), affected.config(), root -> {
                if (type == ELEMENT) {
                    MetadataElements.replace(root, uri, element);
                } else {
                    setText(root, childName(type), value);
                }
            });
            host.events()
                    .post(new DomainOther(
                            found.ref(),
                            DomainOther.METADATA_CHANGE,
                            type == ELEMENT ? Map.of("type", type, "nsuri", uri) : Map.of("type", type)));
        });
    }

    private static void setText(XmlElement root, String name, String value) {
        if (value != null && !value.isEmpty()) {
            XmlReading.setText(root, name, value);
        } else if (root.element(name) != null) {
            root.element(name).detach();
        }
    }
}
