package org.innkeeper.driver.xen.facet;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.host.HostFacts;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/**
 * Moving a running domain as Xen does it: the source's tools send it to those of the target, which listen all the time.
 * What libvirt's steps have beyond that is who keeps the definition.
 */
final class XenMigrationFacet extends XenFacet implements MigrationFacet {
    private static final long LIVE = 1L;
    private static final long PERSIST_DEST = 1L << 3;
    private static final long UNDEFINE_SOURCE = 1L << 4;
    private static final long FLAGS = LIVE | PERSIST_DEST | UNDEFINE_SOURCE;
    private static final String OPERATION = "domain.migrate";
    private static final String SCHEME = "xenmigr";
    private static final byte[] NO_COOKIE = {};

    private final Definitions definitions;

    XenMigrationFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
    }

    private static void check(long flags) {
        DomainFlags.check(OPERATION, flags, FLAGS);
    }

    private static Optional<String> text(List<TypedParameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(TypedParameter::asText)
                .findFirst();
    }

    private static long number(List<TypedParameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .mapToLong(TypedParameter::number)
                .findFirst()
                .orElse(0);
    }

    @Override
    public MigrationStep begin(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        return readWhole(context, OPERATION, domain, record -> {
            check(flags);
            guest(active(record), "moved");
            XmlElement definition = Boolean.TRUE.equals(record.stored())
                    ? definitions.stored(context, record.key(), true)
                    : definitions.live(context, record.key(), true);
            return new MigrationStep(XmlDocument.of(definition).toText(), NO_COOKIE);
        });
    }

    @Override
    public MigrationStep prepare(
            CallContext context, ByteStream tunnel, List<TypedParameter> parameters, byte[] cookie, long flags) {
        return gate.call(context, OPERATION, () -> {
            check(flags);
            if (tunnel != null) {
                throw Definitions.problem(
                        ErrorCode.ARGUMENT_UNSUPPORTED, "Xen sends a domain from host to host, not through a tunnel");
            }
            UUID uuid = UUID.fromString(
                    definition(parameters).element("uuid").text().strip());
            inventory.all(context).stream()
                    .filter(domain -> domain.active() && domain.uuid().equals(uuid))
                    .findFirst()
                    .ifPresent(XenFacet::inactive);
            String uri = text(parameters, "migrate_uri").orElseGet(() -> SCHEME + "://" + HostFacts.hostname());
            return new MigrationStep(uri, uuid.toString().getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static XmlElement definition(List<TypedParameter> parameters) {
        String xml = text(parameters, "destination_xml")
                .orElseThrow(() -> PartErrors.invalidArgument("The definition of the domain to come is missing"));
        return XmlDocument.parse(xml).root();
    }

    @Override
    public MigrationStep perform(
            CallContext context,
            DomainRef domain,
            String targetUri,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags) {
        return change(context, OPERATION, domain, record -> {
            check(flags);
            guest(active(record), "moved");
            String uri = text(parameters, "migrate_uri")
                    .orElseThrow(() -> PartErrors.invalidArgument("Where to send the domain is missing"));
            String name = text(parameters, "destination_name")
                    .filter(other -> !other.equals(record.name()))
                    .orElse(null);
            MigrationTarget target = target(uri, (flags & LIVE) != 0, number(parameters, "bandwidth"), name);
            context.progress().progress(-1);
            parts.tell(context, XenFunction.MIGRATE, part -> part.migrate(context, record.key(), target));
            context.progress().progress(1);
            return new MigrationStep(null, cookie);
        });
    }

    /** A host, with or without a port: {@code host}, {@code host:port} or {@code xenmigr://host:port}. */
    static MigrationTarget target(String text, boolean live, long bandwidth, String newName) {
        try {
            URI uri = new URI(text.contains("://") ? text : SCHEME + "://" + text);
            if (!SCHEME.equals(uri.getScheme()) || uri.getHost() == null) {
                throw noHost(text);
            }
            String host = uri.getHost().replaceAll("[\\[\\]]", "");
            return new MigrationTarget(host, Math.max(0, uri.getPort()), live, bandwidth, newName);
        } catch (URISyntaxException e) {
            throw noHost(text);
        }
    }

    private static InnkeeperException noHost(String text) {
        return PartErrors.invalidArgument(
                "'" + text + "' names no Xen host; write HOST, HOST:PORT or " + SCHEME + "://HOST:PORT");
    }

    @Override
    public Optional<DomainRef> finish(
            CallContext context, List<TypedParameter> parameters, byte[] cookie, long flags, int cancelled) {
        return gate.call(context, OPERATION, () -> {
            check(flags);
            if (cancelled != 0) {
                return Optional.empty();
            }
            XmlElement definition = definition(parameters);
            UUID uuid = UUID.fromString(definition.element("uuid").text().strip());
            DomainRecord arrived = active(inventory.byUuid(context, uuid));
            if ((flags & PERSIST_DEST) != 0 && !Boolean.TRUE.equals(arrived.stored())) {
                definitions.store(context, definition);
            }
            xen.changes().run();
            return Optional.of(arrived.key().ref());
        });
    }

    @Override
    public void confirm(
            CallContext context,
            DomainRef domain,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags,
            int cancelled) {
        gate.run(context, OPERATION, () -> {
            check(flags);
            boolean undefine = cancelled == 0 && (flags & UNDEFINE_SOURCE) != 0;
            inventory.all(context).stream()
                    .filter(left -> undefine && left.uuid().equals(domain.uuid()) && Boolean.TRUE.equals(left.stored()))
                    .findFirst()
                    .ifPresent(left -> undefine(context, left.key()));
        });
    }

    private void undefine(CallContext context, DomainKey domain) {
        parts.tell(context, XenFunction.UNDEFINE, part -> part.undefine(context, domain));
        xen.companions().forget(domain.uuid());
        xen.changes().run();
    }
}
