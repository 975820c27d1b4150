package org.innkeeper.driver.remote;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.RpcStream;

/** The steps of a migration over the wire, version 3 with typed parameters. */
final class RemoteMigration implements MigrationFacet {
    /** {@code VIR_MIGRATE_PARAM_DEST_XML}. */
    private static final String DEFINITION = "destination_xml";

    private final FarSide far;
    private final JobWatch jobs;

    RemoteMigration(FarSide far, JobWatch jobs) {
        this.far = far;
        this.jobs = jobs;
    }

    @Override
    public MigrationStep begin(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        Values step = far.call(context, "DOMAIN_MIGRATE_BEGIN3_PARAMS", domain, parameters, flags);
        return new MigrationStep(step.text("xml"), step.bytes("cookie_out"));
    }

    @Override
    public MigrationStep prepare(
            CallContext context, ByteStream tunnel, List<TypedParameter> parameters, byte[] cookie, long flags) {
        far.connection().checkAlive();
        requireDefinition(parameters);
        if (tunnel == null) {
            Values step = far.call(context, "DOMAIN_MIGRATE_PREPARE3_PARAMS", parameters, cookie, flags);
            return new MigrationStep(step.text("uri_out"), step.bytes("cookie_out"));
        }
        RpcStream stream =
                far.streamWithResults(context, "DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS", parameters, cookie, flags);
        StreamPump.start(tunnel, stream);
        return new MigrationStep(null, stream.results().bytes("cookie_out"));
    }

    /** The host would call it an internal error of its own. */
    private static void requireDefinition(List<TypedParameter> parameters) {
        boolean given = parameters.stream()
                .anyMatch(parameter -> parameter.name().equals(DEFINITION)
                        && parameter.text() != null
                        && !parameter.text().isBlank());
        if (!given) {
            throw new InnkeeperException(
                    ErrorCode.INVALID_ARG,
                    ErrorOrigin.RPC,
                    "the target of a migration needs the definition of the guest (" + DEFINITION + ")");
        }
    }

    @Override
    public MigrationStep perform(
            CallContext context,
            DomainRef domain,
            String targetUri,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags) {
        Values step = jobs.watch(
                context,
                domain,
                () -> far.call(
                        context, "DOMAIN_MIGRATE_PERFORM3_PARAMS", domain, targetUri, parameters, cookie, flags));
        return new MigrationStep(null, step.bytes("cookie_out"));
    }

    @Override
    public Optional<DomainRef> finish(
            CallContext context, List<TypedParameter> parameters, byte[] cookie, long flags, int cancelled) {
        try {
            Values step = far.call(context, "DOMAIN_MIGRATE_FINISH3_PARAMS", parameters, cookie, flags, cancelled);
            return cancelled == 0 ? Optional.of((DomainRef) step.get("dom")) : Optional.empty();
        } catch (InnkeeperException e) {
            // That cancelling worked is told by an error of its own.
            if (cancelled != 0 && e.code() == ErrorCode.MIGRATE_FINISH_OK) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void confirm(
            CallContext context,
            DomainRef domain,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags,
            int cancelled) {
        try {
            far.call(context, "DOMAIN_MIGRATE_CONFIRM3_PARAMS", domain, parameters, cookie, flags, cancelled);
        } catch (InnkeeperException e) {
            // A migration that was only begun leaves nothing behind that could be taken back.
            if (cancelled == 0 || e.code() != ErrorCode.OPERATION_INVALID) {
                throw e;
            }
        }
    }
}
