package org.innkeeper.driver.openvz.facet;

import java.util.Map;
import java.util.Optional;
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
import org.innkeeper.driver.openvz.definition.ContainerTexts;
import org.innkeeper.driver.openvz.host.VzErrors;

/** Title, description and elements of other programs, in the configuration file, with which a container runs. */
final class OpenvzMetadataFacet extends ContainerFacet implements MetadataFacet {
    private static final long FLAGS = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final int DESCRIPTION = 0;
    private static final int TITLE = 1;
    private static final int ELEMENT = 2;

    private final Consumer<ConnectionEvent> events;

    /** @param events is told of changes */
    OpenvzMetadataFacet(OpenvzContext openvz, Consumer<ConnectionEvent> events) {
        super(openvz);
        this.events = events;
    }

    @Override
    public String metadata(CallContext context, DomainRef domain, int type, String uri, long flags) {
        return read(context, "domain.metadata", domain, container -> {
            DomainFlags.check("domain.metadata", flags, FLAGS);
            checkAffected(container, flags);
            ContainerTexts texts = ContainerTexts.of(container.config());
            Optional<String> found =
                    switch (type) {
                        case DESCRIPTION -> texts.description();
                        case TITLE -> texts.title();
                        case ELEMENT -> element(texts, uri).map(XmlElement::toText);
                        default -> throw unknown(type);
                    };
            return found.orElseThrow(() -> VzErrors.of(
                    ErrorCode.NO_DOMAIN_METADATA,
                    "Container '" + container.name() + "' has no such metadata",
                    "Set it first"));
        });
    }

    private static Optional<XmlElement> element(ContainerTexts texts, String uri) {
        return Optional.ofNullable(MetadataElements.find(domain(texts), checked(uri)))
                .map(found -> MetadataElements.withoutPrefix(found, uri));
    }

    private static String checked(String uri) {
        if (uri == null || uri.isEmpty()) {
            throw VzErrors.invalidArgument("Metadata elements are found by their namespace, and none was given");
        }
        return uri;
    }

    /** The metadata where a domain document has them. */
    private static XmlElement domain(ContainerTexts texts) {
        XmlElement domain = new XmlElement("domain");
        texts.metadata().ifPresent(domain::add);
        return domain;
    }

    @Override
    public void setMetadata(
            CallContext context, DomainRef domain, int type, String value, String key, String uri, long flags) {
        change(context, "domain.setMetadata", domain, container -> {
            DomainFlags.check("domain.setMetadata", flags, FLAGS);
            checkAffected(container, flags);
            host.files().edit(container.veid(), config -> {
                ContainerTexts texts = ContainerTexts.of(config);
                return changed(texts, type, value, key, uri).in(config);
            });
            Map<String, Object> values = type == ELEMENT ? Map.of("type", type, "nsuri", uri) : Map.of("type", type);
            events.accept(new DomainOther(container.ref(), DomainOther.METADATA_CHANGE, values));
            return null;
        });
    }

    private static ContainerTexts changed(ContainerTexts texts, int type, String value, String key, String uri) {
        if (type == TITLE && value != null && value.lines().count() > 1) {
            throw VzErrors.invalidArgument("A title has one line only");
        }
        return switch (type) {
            case DESCRIPTION -> texts.withDescription(value);
            case TITLE -> texts.withTitle(value);
            case ELEMENT -> texts.withMetadata(metadata(texts, value, key, uri));
            default -> throw unknown(type);
        };
    }

    /** The metadata with one element for the namespace, or with none. */
    private static XmlElement metadata(ContainerTexts texts, String value, String key, String uri) {
        XmlElement domain = domain(texts);
        if (value != null && (key == null || key.isEmpty())) {
            throw VzErrors.invalidArgument("A metadata element needs a key, which becomes its prefix");
        }
        XmlElement element = value == null ? null : MetadataElements.withPrefix(XmlElement.parse(value), key, uri);
        MetadataElements.replace(domain, checked(uri), element);
        XmlElement metadata = domain.element("metadata");
        return metadata == null ? null : metadata.detach();
    }

    private static InnkeeperException unknown(int type) {
        return VzErrors.invalidArgument("There is no metadata of the type " + type);
    }
}
