package org.innkeeper.driver.qemu.facet;

import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.Affected;
import org.innkeeper.driver.qemu.lifecycle.Definition;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;

/** Title, description and elements of other programs. */
final class QemuMetadataFacet implements MetadataFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final int DESCRIPTION = 0;
    private static final int TITLE = 1;
    private static final int ELEMENT = 2;

    private final EmbeddedHost host;
    private final CallGate gate;

    QemuMetadataFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    @Override
    public String metadata(CallContext context, DomainRef domain, int type, String uri, long flags) {
        DomainFlags.check("reading metadata", flags, AFFECT);
        return gate.call(context, "reading metadata", () -> {
            Guest guest = host.guests().require(domain);
            Definition definition = Affected.ofFlags(flags).definition(guest);
            Optional<String> found =
                    switch (type) {
                        case DESCRIPTION -> definition.textOf("description");
                        case TITLE -> definition.textOf("title");
                        case ELEMENT -> element(definition, uri).map(XmlElement::toText);
                        default -> throw unknownType(type);
                    };
            return found.orElseThrow(() -> new InnkeeperException(
                    ErrorCode.NO_DOMAIN_METADATA,
                    ErrorOrigin.QEMU,
                    "domain '" + domain.name() + "' has no such metadata"));
        });
    }

    @Override
    public void setMetadata(
            CallContext context, DomainRef domain, int type, String value, String key, String uri, long flags) {
        DomainFlags.check("changing metadata", flags, AFFECT);
        if (type == TITLE && value != null && value.contains("\n")) {
            throw GuestErrors.invalidArgument("a title has one line only");
        }
        gate.run(context, "changing metadata", () -> host.definitions()
                .setMetadata(context, host.guests().require(domain), Affected.ofFlags(flags), type, definition -> {
                    switch (type) {
                        case DESCRIPTION -> definition.setText("description", value);
                        case TITLE -> definition.setText("title", value);
                        case ELEMENT -> setElement(definition, value, key, uri);
                        default -> throw unknownType(type);
                    }
                }));
    }

    private static Optional<XmlElement> element(Definition definition, String uri) {
        if (uri == null) {
            throw GuestErrors.invalidArgument("metadata elements are found by their namespace, and none was given");
        }
        XmlElement metadata = definition.root().element("metadata");
        return metadata == null
                ? Optional.empty()
                : metadata.elements().stream()
                        .filter(element -> uri.equals(element.namespace()))
                        .findFirst();
    }

    private static void setElement(Definition definition, String value, String key, String uri) {
        element(definition, uri).ifPresent(XmlElement::detach);
        if (value == null) {
            return;
        }
        if (key == null) {
            throw GuestErrors.invalidArgument("a metadata element needs a key, which becomes its prefix");
        }
        XmlElement given = XmlElement.parse(value);
        XmlElement prefixed = new XmlElement(key + ":" + given.localName());
        prefixed.setAttribute("xmlns:" + key, uri);
        given.attributes().forEach(prefixed::setAttribute);
        given.elements().forEach(child -> prefixed.add(child.copy()));
        if (given.elements().isEmpty()) {
            prefixed.setText(given.text());
        }
        XmlElement metadata = definition.root().element("metadata");
        if (metadata == null) {
            metadata = new XmlElement("metadata");
            definition.root().insert(metadata);
        }
        metadata.add(prefixed);
    }

    private static InnkeeperException unknownType(int type) {
        return GuestErrors.invalidArgument("there is no metadata of type " + type);
    }
}
