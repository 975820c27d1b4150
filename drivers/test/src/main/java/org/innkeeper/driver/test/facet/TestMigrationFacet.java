package org.innkeeper.driver.test.facet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** Moves guests between hosts in memory; the definition is all there is to send. */
final class TestMigrationFacet extends HostFacet implements MigrationFacet {
    private static final long PEER_TO_PEER = 1L << 1;
    private static final long TUNNELLED = 1L << 2;
    private static final long PERSIST = 1L << 3;
    private static final long UNDEFINE_SOURCE = 1L << 4;
    private static final long PAUSED = 1L << 5;
    private static final long OFFLINE = 1L << 10;
    private static final long ALL = (1L << 21) - 1;
    private static final int MOST_COOKIE = 16_384;

    TestMigrationFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    private static void check(String operation, long flags) {
        DomainFlags.check(operation, flags, ALL);
        if ((flags & (PEER_TO_PEER | TUNNELLED)) != 0) {
            throw HostErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "Test hosts cannot reach each other, so they cannot move guests by themselves",
                    "Let this program lead the migration");
        }
        if ((flags & OFFLINE) != 0 && (flags & PERSIST) == 0) {
            throw HostErrors.argument("Moving a guest that is off makes it persistent on the target; say so");
        }
    }

    private static String text(List<TypedParameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(TypedParameter::text)
                .findFirst()
                .orElse(null);
    }

    @Override
    public MigrationStep begin(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        check("migration.begin", flags);
        return call(context, "migration.begin", () -> {
            TestDomain found = host.domains().get(domain);
            if ((flags & OFFLINE) == 0) {
                host.life().requireActive(found);
            } else if (!found.isPersistent()) {
                throw HostErrors.state(found, "is transient, so it cannot be moved while it is off", null);
            }
            if (found.state() == DomainState.CRASHED || found.state() == DomainState.SHUTTING_DOWN) {
                throw HostErrors.state(found, "has nothing worth moving in its state", "Force it off");
            }
            String wanted = text(parameters, "destination_xml");
            String xml = wanted != null ? wanted : found.current().xml();
            return new MigrationStep(xml, found.uuid().toString().getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Override
    public MigrationStep prepare(
            CallContext context, ByteStream tunnel, List<TypedParameter> parameters, byte[] cookie, long flags) {
        check("migration.prepare", flags);
        if (tunnel != null) {
            throw HostErrors.of(ErrorCode.ARGUMENT_UNSUPPORTED, "Test hosts take no tunnel");
        }
        if (cookie.length > MOST_COOKIE) {
            throw HostErrors.argument("A cookie has at most " + MOST_COOKIE + " bytes, not " + cookie.length);
        }
        return call(context, "migration.prepare", () -> {
            DomainDefinition definition = definition(parameters);
            if ((flags & OFFLINE) == 0) {
                host.migrations().expect(definition);
            }
            return new MigrationStep(
                    "test://" + HostName.get() + "/" + definition.facts().uuid(), cookie);
        });
    }

    private DomainDefinition definition(List<TypedParameter> parameters) {
        String xml = text(parameters, "destination_xml");
        if (xml == null) {
            throw HostErrors.argument("The definition that will arrive is missing (destination_xml)");
        }
        DomainDefinition definition = host.inventory().reader().read(xml);
        String name = text(parameters, "destination_name");
        return name == null
                ? definition
                : definition.edited(root -> root.element("name").setText(name));
    }

    @Override
    public MigrationStep perform(
            CallContext context,
            DomainRef domain,
            String targetUri,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags) {
        check("migration.perform", flags);
        Runnable check = () -> {
            if (targetUri != null) {
                throw HostErrors.of(
                        ErrorCode.ARGUMENT_UNSUPPORTED,
                        "Test hosts cannot reach " + targetUri + " by themselves",
                        "Let this program lead the migration");
            }
            host.life().requireActive(host.domains().get(domain));
        };
        job(context, "migration.perform", domain, check, () -> host.migrations()
                .sent(host.domains().get(domain)));
        return new MigrationStep(null, cookie);
    }

    @Override
    public Optional<DomainRef> finish(
            CallContext context, List<TypedParameter> parameters, byte[] cookie, long flags, int cancelled) {
        check("migration.finish", flags);
        return call(context, "migration.finish", () -> {
            DomainDefinition definition = definition(parameters);
            if ((flags & OFFLINE) != 0) {
                return cancelled != 0
                        ? Optional.empty()
                        : Optional.of(host.inventory().define(definition.xml()).ref());
            }
            TestDomain domain = host.domains().byUuid(definition.facts().uuid());
            if (cancelled != 0) {
                host.migrations().dropped(domain);
                return Optional.empty();
            }
            host.life().requireActive(domain);
            host.migrations().arrived(domain, (flags & PAUSED) != 0, stored(parameters, definition, flags));
            return Optional.of(domain.ref());
        });
    }

    private DomainDefinition stored(List<TypedParameter> parameters, DomainDefinition definition, long flags) {
        if ((flags & PERSIST) == 0) {
            return null;
        }
        String xml = text(parameters, "persistent_xml");
        return xml == null ? definition : host.inventory().reader().read(xml);
    }

    @Override
    public void confirm(
            CallContext context,
            DomainRef domain,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags,
            int cancelled) {
        check("migration.confirm", flags);
        run(context, "migration.confirm", () -> {
            TestDomain found = host.domains().get(domain);
            if (cancelled != 0) {
                host.migrations().stayed(found, (flags & PAUSED) != 0);
            } else {
                host.migrations().left(found, (flags & UNDEFINE_SOURCE) != 0);
            }
        });
    }
}
