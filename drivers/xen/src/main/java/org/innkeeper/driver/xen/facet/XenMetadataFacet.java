package org.innkeeper.driver.xen.facet;

import java.util.Map;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.MetadataElements;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;

/** Title, description and metadata, which are kept beside what Xen's tools know. */
final class XenMetadataFacet extends XenFacet implements MetadataFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final int DESCRIPTION = 0;
    private static final int TITLE = 1;
    private static final int ELEMENT = 2;

    private final Definitions definitions;
    private final Consumer<ConnectionEvent> events;

    /** @param events is told of changes */
    XenMetadataFacet(XenContext xen, Definitions definitions, Consumer<ConnectionEvent> events) {
        super(xen);
        this.definitions = definitions;
        this.events = events;
    }

    @Override
    public String metadata(CallContext context, DomainRef domain, int type, String uri, long flags) {
        return readWhole(context, "domain.metadata", domain, record -> {
            DomainFlags.check("domain.metadata", flags, AFFECT);
            checkType(type, uri);
            boolean live = affectsLive(record, flags);
            XmlElement definition = live
                    ? definitions.live(context, record.key(), false)
                    : definitions.stored(context, stored(record).key(), false);
            String value = type == ELEMENT ? element(definition, uri) : Elements.textAt(definition, childName(type));
            if (value == null) {
                throw missing(record, type == ELEMENT ? "metadata of " + uri : childName(type));
            }
            return value;
        });
    }

    private static void checkType(int type, String uri) {
        if (type < DESCRIPTION || type > ELEMENT) {
            throw PartErrors.invalidArgument("There is no kind of metadata " + type);
        }
        if (type == ELEMENT && (uri == null || uri.isEmpty())) {
            throw PartErrors.invalidArgument("A metadata element needs the URI of its namespace");
        }
    }

    private static String childName(int type) {
        return type == TITLE ? "title" : "description";
    }

    private static String element(XmlElement definition, String uri) {
        XmlElement found = MetadataElements.find(definition, uri);
        return found == null ? null : MetadataElements.withoutPrefix(found, uri).toText();
    }

    private static InnkeeperException missing(DomainRecord domain, String what) {
        return Definitions.problem(ErrorCode.NO_DOMAIN_METADATA, "Domain '" + domain.name() + "' has no " + what);
    }

    @Override
    public void setMetadata(
            CallContext context, DomainRef domain, int type, String value, String key, String uri, long flags) {
        readWhole(context, "domain.setMetadata", domain, record -> {
            DomainFlags.check("domain.setMetadata", flags, AFFECT);
            checkType(type, uri);
            Consumer<XmlElement> change = change(type, value, key, uri);
            boolean live = affectsLive(record, flags);
            if (affectsConfig(record, flags)) {
                definitions.annotate(context, stored(record), change);
            }
            if (live) {
                XmlElement now = definitions.live(context, record.key(), false);
                xen.companions().editRun(record.uuid(), now, change);
            }
            events.accept(new DomainOther(
                    record.key().ref(),
                    DomainOther.METADATA_CHANGE,
                    type == ELEMENT ? Map.of("type", type, "nsuri", uri) : Map.of("type", type)));
            return null;
        });
    }

    private static Consumer<XmlElement> change(int type, String value, String key, String uri) {
        if (type == TITLE && value != null && value.indexOf('\n') >= 0) {
            throw PartErrors.invalidArgument("A title is one line");
        }
        if (type != ELEMENT) {
            return definition -> setText(definition, childName(type), value);
        }
        if (value != null && (key == null || key.isEmpty())) {
            throw PartErrors.invalidArgument("A metadata element needs a prefix for its namespace");
        }
        XmlElement element = value == null ? null : MetadataElements.withPrefix(XmlElement.parse(value), key, uri);
        return definition -> MetadataElements.replace(definition, uri, element);
    }

    private static void setText(XmlElement definition, String name, String value) {
        XmlElement old = definition.element(name);
        if (old != null) {
            old.detach();
        }
        if (value != null && !value.isEmpty()) {
            definition.insert(Elements.text(name, value));
        }
    }
}
