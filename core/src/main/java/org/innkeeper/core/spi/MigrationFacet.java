package org.innkeeper.core.spi;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;

/**
 * The steps of a migration, driven by the API: begin on the source, prepare on the target, perform on the source, finish on
 * the target, confirm on the source ({@code virDrvDomainMigrateBegin3Params} and its followers), or all by the source
 * alone (peer to peer). Flags are libvirt's {@code virDomainMigrateFlags}; parameters carry its {@code VIR_MIGRATE_PARAM_}
 * names.
 */
public interface MigrationFacet extends Facet {
    /** On the source: the definition to send. */
    MigrationStep begin(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags);

    /**
     * On the target: takes the definition (parameter {@code destination_xml}) and starts to listen.
     *
     * @param tunnel where the data will come from, or null when the hosts connect directly
     * @return the URI to send to and a cookie
     */
    MigrationStep prepare(
            CallContext context, ByteStream tunnel, List<TypedParameter> parameters, byte[] cookie, long flags);

    /**
     * On the source: sends the domain.
     *
     * @param targetUri connection URI of the target for peer to peer, else null
     * @return a cookie for {@link #finish}
     */
    MigrationStep perform(
            CallContext context,
            DomainRef domain,
            String targetUri,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags);

    /**
     * On the target: lets the domain run, or cleans up.
     *
     * @param cancelled 0 when all went well
     * @return the domain there, or empty when it was cancelled
     */
    Optional<DomainRef> finish(
            CallContext context, List<TypedParameter> parameters, byte[] cookie, long flags, int cancelled);

    /**
     * On the source: forgets the domain, or lets it go on.
     *
     * @param cancelled 0 when all went well
     */
    void confirm(
            CallContext context,
            DomainRef domain,
            List<TypedParameter> parameters,
            byte[] cookie,
            long flags,
            int cancelled);
}
