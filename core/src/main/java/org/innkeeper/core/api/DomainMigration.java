package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.MigrateFlag;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.core.uri.ConnectUri;

/** Moving a domain to another host. Progress is told to the context; cancelling lets the domain go on where it is. */
public final class DomainMigration extends DomainPart {
    DomainMigration(Domain domain) {
        super(domain);
    }

    /**
     * Moves the domain to the host of another connection: {@code virDomainMigrate}, {@code virDomainMigrate3}. This program
     * leads the two hosts through it, unless {@link MigrateFlag#PEER2PEER} leaves that to the source.
     *
     * @param parameters under the names of {@link MigrationParameters}
     * @return the domain on the target
     */
    public Domain migrateTo(
            CallContext context, Connection target, List<TypedParameter> parameters, Set<MigrateFlag> flags) {
        DomainRef moved = call("migrateTo", parameters, flags)
                .notNull("target", target)
                .check(target != connection(), "target is the connection the domain is on")
                .check(target == null || !target.isReadOnly(), "target is a read-only connection")
                .check(target == null || target.isAlive(), "target is closed")
                .check(
                        target == null || target.supports(Feature.MIGRATION),
                        "the driver of target does not support migration")
                .get(
                        context,
                        (facet, c) -> flags.contains(MigrateFlag.PEER2PEER)
                                ? peerToPeer(facet, c, target, parameters, flags)
                                : managed(facet, c, target, parameters, flags));
        return target.domains().of(moved);
    }

    /**
     * Lets the source move the domain by itself: {@code virDomainMigrateToURI3}, peer to peer.
     *
     * @param targetUri how the source reaches the target; it names a host
     */
    public void migrateToUri(
            CallContext context, String targetUri, List<TypedParameter> parameters, Set<MigrateFlag> flags) {
        call("migrateToUri", parameters, flags)
                .check(namesHost(targetUri), "targetUri '" + targetUri + "' names no host")
                .run(
                        context,
                        (facet, c) -> facet.perform(
                                c, ref(), targetUri, parameters, new byte[0], bits(flags, MigrateFlag.PEER2PEER)));
    }

    private DomainRef managed(
            MigrationFacet source,
            CallContext context,
            Connection target,
            List<TypedParameter> parameters,
            Set<MigrateFlag> flags) {
        MigrationFacet destination = target.core().facet(MigrationFacet.class).orElseThrow();
        boolean paused = !flags.contains(MigrateFlag.OFFLINE) && isPaused(context);
        long bits = paused ? bits(flags, MigrateFlag.PAUSED) : Flag.bits(flags);
        return new ManagedMigration(source, destination, ref(), bits).run(context, parameters);
    }

    private DomainRef peerToPeer(
            MigrationFacet source,
            CallContext context,
            Connection target,
            List<TypedParameter> parameters,
            Set<MigrateFlag> flags) {
        source.perform(context, ref(), target.uri(), parameters, new byte[0], Flag.bits(flags));
        String name = parameters.stream()
                .filter(p -> p.name().equals(MigrationParameters.DESTINATION_NAME))
                .map(TypedParameter::text)
                .findFirst()
                .orElse(ref().name());
        return target.core().facet(DomainFacet.class).orElseThrow().lookupByName(context, name);
    }

    private boolean isPaused(CallContext context) {
        return core().facet(DomainFacet.class)
                        .orElseThrow()
                        .status(context, ref())
                        .state()
                == DomainState.PAUSED;
    }

    private Call<MigrationFacet> call(String method, List<TypedParameter> parameters, Set<MigrateFlag> flags) {
        return call(MigrationFacet.class, method)
                .changes()
                .needs(Feature.MIGRATION)
                .notNull("parameters", parameters)
                .notNull("flags", flags)
                .check(
                        !Call.has(flags, MigrateFlag.TUNNELLED)
                                || Call.has(flags, MigrateFlag.PEER2PEER)
                                || method.equals("migrateToUri"),
                        "TUNNELLED needs PEER2PEER")
                .check(
                        !Call.has(flags, MigrateFlag.NON_SHARED_DISK) || !Call.has(flags, MigrateFlag.NON_SHARED_INC),
                        "NON_SHARED_DISK and NON_SHARED_INC exclude each other");
    }

    private static long bits(Set<MigrateFlag> flags, MigrateFlag more) {
        return Flag.bits(flags) | more.bit();
    }

    private static boolean namesHost(String uri) {
        try {
            return uri != null && ConnectUri.parse(uri).host() != null;
        } catch (InnkeeperException e) {
            return false;
        }
    }
}
