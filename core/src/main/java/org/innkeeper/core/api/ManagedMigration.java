package org.innkeeper.core.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.api.flag.MigrateFlag;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.MigrationFacet;

/**
 * One migration that is led by this program: begin on the source, prepare on the target, perform on the source, finish on
 * the target, confirm on the source. Whatever fails, the target is told to clean up once it was prepared, the source to go
 * on once it began, and the first error is the one that is thrown.
 */
final class ManagedMigration {
    /** What cleaning up may take; the caller's own limit may have passed by then. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(60);

    private static final byte[] NO_COOKIE = new byte[0];

    /** What concerns only the sending side. */
    private static final long SOURCE_ONLY = MigrateFlag.ABORT_ON_ERROR.bit() | MigrateFlag.AUTO_CONVERGE.bit();

    private final MigrationFacet source;
    private final MigrationFacet target;
    private final DomainRef domain;
    private final long flags;

    ManagedMigration(MigrationFacet source, MigrationFacet target, DomainRef domain, long flags) {
        this.source = source;
        this.target = target;
        this.domain = domain;
        this.flags = flags;
    }

    DomainRef run(CallContext context, List<TypedParameter> given) {
        MigrationStep begun = source.begin(context, domain, given, flags);
        List<TypedParameter> parameters = with(named(given), MigrationParameters.DESTINATION_XML, begun.document());
        MigrationStep prepared = prepare(context, parameters, begun.cookie());
        if (prepared.document() != null) {
            parameters = with(parameters, MigrationParameters.URI, prepared.document());
        }
        byte[] performed = perform(context, parameters, prepared);
        DomainRef moved = finish(context, parameters, performed);
        confirm(context, parameters);
        return moved;
    }

    private MigrationStep prepare(CallContext context, List<TypedParameter> parameters, byte[] cookie) {
        try {
            return target.prepare(context, null, parameters, cookie, flags & ~SOURCE_ONLY);
        } catch (RuntimeException e) {
            resumeSource(parameters, e);
            throw e;
        }
    }

    /** Sends the domain, and gives the cookie for finish. */
    private byte[] perform(CallContext context, List<TypedParameter> parameters, MigrationStep prepared) {
        try {
            checkUri(parameters);
            if (isOffline()) {
                return prepared.cookie();
            }
            return source.perform(context, domain, null, parameters, prepared.cookie(), flags)
                    .cookie();
        } catch (RuntimeException e) {
            cancelTarget(parameters, e);
            resumeSource(parameters, e);
            throw e;
        }
    }

    private void checkUri(List<TypedParameter> parameters) {
        boolean known = parameters.stream().anyMatch(p -> p.name().equals(MigrationParameters.URI));
        if (!known && !isOffline()) {
            throw new InnkeeperException(
                    ErrorCode.INTERNAL_ERROR,
                    ErrorOrigin.NONE,
                    "the target did not say where to send " + domain.name() + ", and no migrate_uri was given");
        }
    }

    /** Lets it run on the target. From here on the caller's cancelling comes too late: the source has let go. */
    private DomainRef finish(CallContext context, List<TypedParameter> parameters, byte[] cookie) {
        try {
            Optional<DomainRef> moved = target.finish(unhurried(), parameters, cookie, flags & ~SOURCE_ONLY, 0);
            context.progress().progress(1);
            return moved.orElseThrow(() -> new InnkeeperException(
                    ErrorCode.OPERATION_FAILED,
                    ErrorOrigin.NONE,
                    domain.name() + " could not be started on the target; it goes on here"));
        } catch (RuntimeException e) {
            resumeSource(parameters, e);
            throw e;
        }
    }

    private void cancelTarget(List<TypedParameter> parameters, RuntimeException reason) {
        try {
            target.finish(unhurried(), parameters, NO_COOKIE, flags & ~SOURCE_ONLY, 1);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void resumeSource(List<TypedParameter> parameters, RuntimeException reason) {
        try {
            source.confirm(unhurried(), domain, parameters, NO_COOKIE, flags, 1);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** The last step. Its failure changes nothing any more: at worst a paused domain is left on the source. */
    private void confirm(CallContext context, List<TypedParameter> parameters) {
        try {
            source.confirm(unhurried(), domain, parameters, NO_COOKIE, flags, 0);
        } catch (RuntimeException e) {
            context.warn(ErrorInfo.warning(
                            ErrorCode.OPERATION_FAILED,
                            ErrorOrigin.NONE,
                            domain.name() + " was moved, but a paused copy may be left on the source: "
                                    + e.getMessage())
                    .withRemedy("Look at the source, and force the copy off."));
        }
    }

    private boolean isOffline() {
        return (flags & MigrateFlag.OFFLINE.bit()) != 0;
    }

    private static CallContext unhurried() {
        return CallContext.within(CLEAN_UP);
    }

    /** The target finds the domain by the name that is told it, also where that is the old one. */
    private List<TypedParameter> named(List<TypedParameter> given) {
        boolean known = given.stream().anyMatch(p -> p.name().equals(MigrationParameters.DESTINATION_NAME));
        return known ? given : with(given, MigrationParameters.DESTINATION_NAME, domain.name());
    }

    private static List<TypedParameter> with(List<TypedParameter> parameters, String name, String value) {
        List<TypedParameter> changed = new ArrayList<>(parameters);
        changed.removeIf(p -> p.name().equals(name));
        changed.add(TypedParameter.ofString(name, value));
        return List.copyOf(changed);
    }
}
