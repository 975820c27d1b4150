package org.innkeeper.driver.openvz.facet;

import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.definition.ContainerTexts;
import org.innkeeper.driver.openvz.definition.SelfContained;
import org.innkeeper.driver.openvz.host.VzErrors;

/** Title, description and elements of other programs, in the configuration file, with which a container runs. */
final class OpenvzMetadataFacet extends ContainerFacet implements MetadataFacet {
    private static final long FLAGS = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final int DESCRIPTION = 0;
    private static final int TITLE = 1;
    private static final int ELEMENT = 2;

    OpenvzMetadataFacet(OpenvzContext openvz) {
        super(openvz);
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
        if (uri == null) {
            throw VzErrors.invalidArgument("Metadata elements are found by their namespace, and none was given");
        }
        return texts.metadata().flatMap(metadata -> metadata.elements().stream()
                .filter(element -> uri.equals(element.namespace()))
                .findFirst()
                .map(SelfContained::copyOf));
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
        XmlElement metadata = texts.metadata().orElseGet(() -> new XmlElement("metadata"));
        element(texts, uri).ifPresent(old -> metadata.elements().stream()
                .filter(element -> uri.equals(element.namespace()))
                .forEach(XmlElement::detach));
        if (value != null) {
            if (key == null) {
                throw VzErrors.invalidArgument("A metadata element needs a key, which becomes its prefix");
            }
            XmlElement given = XmlElement.parse(value);
            XmlElement prefixed = new XmlElement(key + ":" + given.localName());
            prefixed.setAttribute("xmlns:" + key, uri);
            given.attributes().forEach(prefixed::setAttribute);
            given.elements().forEach(child -> prefixed.add(child.copy()));
            if (given.elements().isEmpty()) {
                prefixed.setText(given.text());
            }
            metadata.add(prefixed);
        }
        return metadata;
    }

    private static InnkeeperException unknown(int type) {
        return VzErrors.invalidArgument("There is no metadata of the type " + type);
    }
}
