package org.innkeeper.driver.xen.facet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** Documents of domains on their way to and from the parts. */
final class Definitions {
    private final XenContext xen;

    Definitions(XenContext xen) {
        this.xen = xen;
    }

    /** The document of a new or changed domain: checked, with a UUID, and with bridges in the place of networks. */
    XmlElement read(CallContext context, String xml, List<DomainRecord> present) {
        XmlElement domain = XmlDocument.parse(xml).root();
        if (!domain.name().equals("domain")) {
            throw problem(ErrorCode.XML_ERROR, "The document is no <domain> but a <" + domain.name() + ">");
        }
        String type = domain.attribute("type");
        if (type != null && !type.equals("xen")) {
            throw problem(ErrorCode.CONFIG_UNSUPPORTED, "A domain of the type '" + type + "' does not run on Xen");
        }
        String name = Elements.textAt(domain, "name");
        if (name == null || name.isBlank()) {
            throw problem(ErrorCode.XML_ERROR, "The domain has no name");
        }
        checkName(name.strip());
        complete(domain, uuid(domain), name.strip(), present);
        resolveNetworks(context, domain);
        return domain;
    }

    static void checkName(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw PartErrors.invalidArgument("'" + name + "' is no name for a domain");
        }
    }

    private static UUID uuid(XmlElement domain) {
        String text = Elements.textAt(domain, "uuid");
        if (text == null || text.isBlank()) {
            return null;
        }
        String digits = text.strip().replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            throw problem(ErrorCode.XML_ERROR, "'" + text.strip() + "' is no UUID");
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private static void complete(XmlElement domain, UUID uuid, String name, List<DomainRecord> present) {
        Optional<DomainRecord> sameName =
                present.stream().filter(other -> other.name().equals(name)).findFirst();
        Optional<DomainRecord> sameUuid =
                present.stream().filter(other -> other.uuid().equals(uuid)).findFirst();
        if (sameUuid.isPresent() && !sameUuid.get().name().equals(name)) {
            throw problem(
                    ErrorCode.DOM_EXIST,
                    "The UUID " + uuid + " belongs to the domain '"
                            + sameUuid.get().name() + "'");
        }
        if (uuid != null && sameName.isPresent() && !sameName.get().uuid().equals(uuid)) {
            throw problem(ErrorCode.DOM_EXIST, "There is a domain '" + name + "' with another UUID");
        }
        UUID own = uuid != null ? uuid : sameName.map(DomainRecord::uuid).orElseGet(UUID::randomUUID);
        XmlElement element = domain.element("uuid");
        if (element == null) {
            element = new XmlElement("uuid");
            domain.add(element);
        }
        element.setText(own.toString());
    }

    /** Xen knows bridges only: an interface of a virtual network is one of that network's bridge. */
    void resolveNetworks(CallContext context, XmlElement domain) {
        Elements.devices(domain, "interface").forEach(card -> resolveNetwork(context, card));
    }

    void resolveNetwork(CallContext context, XmlElement card) {
        if (!"network".equals(card.attribute("type"))) {
            return;
        }
        String network = Elements.attributeAt(card, "source", "network");
        if (network == null) {
            network = Elements.attributeAt(card, "source", "name");
        }
        if (network == null) {
            throw problem(ErrorCode.XML_ERROR, "An interface of the type network names no network");
        }
        XmlElement source = card.element("source");
        String bridge = bridge(context, network, source.attribute("bridge"));
        card.setAttribute("type", "bridge");
        source.setAttribute("network", network);
        source.setAttribute("name", null);
        source.setAttribute("bridge", bridge);
    }

    /** @param known the bridge that the network had once, or null */
    private String bridge(CallContext context, String network, String known) {
        Optional<NetworkFacet> networks = xen.services().lend(NetworkFacet.class, xen.stateRoot());
        if (networks.isEmpty() && known == null) {
            throw problem(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "The bridge of the network '" + network + "' cannot be looked up here: name the bridge itself");
        }
        if (networks.isEmpty()) {
            return known;
        }
        try {
            return networks.get().bridgeName(context, networks.get().lookupByName(context, network));
        } catch (InnkeeperException e) {
            if (known != null && e.code() == ErrorCode.NO_NETWORK) {
                return known;
            }
            throw e;
        }
    }

    /** The definition of the next start. */
    XmlElement stored(CallContext context, DomainKey domain, boolean secrets) {
        XmlElement definition = xen.parts()
                .ask(context, XenFunction.STORED_DEFINITION, part -> part.storedDefinition(context, domain, secrets));
        xen.companions().complete(domain.uuid(), definition);
        return secrets ? definition : withoutSecrets(definition);
    }

    /** The definition of the run. */
    XmlElement live(CallContext context, DomainKey domain, boolean secrets) {
        XmlElement definition = xen.parts()
                .ask(context, XenFunction.LIVE_DEFINITION, part -> part.liveDefinition(context, domain, secrets));
        xen.companions().describe(domain.uuid(), definition);
        return secrets ? definition : withoutSecrets(definition);
    }

    static XmlElement withoutSecrets(XmlElement definition) {
        Elements.devices(definition, "graphics").forEach(screen -> screen.setAttribute("passwd", null));
        return definition;
    }

    /** Changes the stored definition, as it is now, with what is secret in it. */
    void edit(CallContext context, DomainRecord domain, Consumer<XmlElement> change) {
        XmlElement definition = stored(context, domain.key(), true);
        change.accept(definition);
        store(context, definition);
    }

    /** Stores a definition; what Xen's tools have no place for is kept beside it. */
    void store(CallContext context, XmlElement definition) {
        resolveNetworks(context, definition);
        DomainKey key = new DomainKey(
                DomainRef.INACTIVE,
                UUID.fromString(Elements.textAt(definition, "uuid").strip()),
                Elements.textAt(definition, "name").strip());
        xen.parts().tell(context, XenFunction.DEFINE, part -> part.define(context, definition));
        try {
            xen.companions().keep(key.uuid(), definition, kept(context, key));
        } catch (InnkeeperException e) {
            context.warn(ErrorInfo.warning(
                    e.code(),
                    ErrorOrigin.XEN,
                    "Domain '" + key.name() + "' was stored without what Xen has no place for: " + e.getMessage()));
        }
    }

    private XmlElement kept(CallContext context, DomainKey domain) {
        return xen.parts()
                .ask(context, XenFunction.STORED_DEFINITION, part -> part.storedDefinition(context, domain, true));
    }

    /** Changes what Xen's tools have no place for. */
    void annotate(CallContext context, DomainRecord domain, Consumer<XmlElement> change) {
        XmlElement kept = kept(context, domain.key());
        XmlElement asked = stored(context, domain.key(), true);
        change.accept(asked);
        xen.companions().keep(domain.uuid(), asked, kept);
    }

    /** Notes a run that has just begun. */
    void began(DomainRef run, XmlElement definition) {
        xen.companions().began(run.uuid(), definition, null);
    }

    /** The same of a stored domain, whose definition is given back. */
    XmlElement began(CallContext context, DomainRef run) {
        XmlElement stored = stored(context, DomainKey.of(run), true);
        xen.companions().began(run.uuid(), stored, stored);
        return stored;
    }

    /** Whether the definition was changed since the run began; false where nobody knows how it was. */
    boolean isUpdated(CallContext context, DomainRecord domain) {
        return domain.active()
                && Boolean.TRUE.equals(domain.stored())
                && xen.companions()
                        .started(domain.uuid())
                        .filter(started -> !CanonicalXml.sameMeaning(started, stored(context, domain.key(), true)))
                        .isPresent();
    }

    static InnkeeperException problem(ErrorCode code, String message) {
        return new InnkeeperException(code, ErrorOrigin.XEN, message);
    }
}
