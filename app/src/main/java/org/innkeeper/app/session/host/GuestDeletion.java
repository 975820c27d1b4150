package org.innkeeper.app.session.host;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.session.DeleteRequest;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.flag.DomainDestroyFlag;
import org.innkeeper.core.api.flag.DomainUndefineFlag;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;

/** Deletes a guest, and the storage that was named. Storage goes last, when nothing can use it any more. */
final class GuestDeletion {
    private final HostCore core;
    private final DeleteRequest request;
    private final Job job;

    GuestDeletion(HostCore core, DeleteRequest request, Job job) {
        this.core = core;
        this.request = request;
        this.job = job;
    }

    void run() {
        Connection connection = core.connected();
        CallContext call = job.call();
        UUID uuid = request.guest().uuid();
        Domain domain = connection.domains().lookupByUuid(call, uuid);
        DomainRef ref = domain.ref();
        call.check("deleting " + ref.name());
        boolean persistent = domain.isPersistent(call);
        if (ref.active()) {
            domain.destroy(call, Set.<DomainDestroyFlag>of());
        }
        if (persistent) {
            domain.undefine(call, undefineFlags(connection));
        }
        core.inventory().remove(uuid);
        core.changed();
        deleteStorage(connection, call, ref.name());
    }

    /** What belongs to the guest alone goes with it; drivers know only the flags of what they have. */
    private static Set<DomainUndefineFlag> undefineFlags(Connection connection) {
        Set<DomainUndefineFlag> flags = EnumSet.of(DomainUndefineFlag.NVRAM);
        if (connection.supports(Feature.DOMAIN_MANAGED_SAVE)) {
            flags.add(DomainUndefineFlag.MANAGED_SAVE);
        }
        if (connection.supports(Feature.DOMAIN_SNAPSHOT)) {
            flags.add(DomainUndefineFlag.SNAPSHOTS_METADATA);
        }
        return flags;
    }

    private void deleteStorage(Connection connection, CallContext call, String guest) {
        List<String> left = new ArrayList<>();
        int done = 0;
        for (String path : new TreeSet<>(request.storage())) {
            try {
                new VolumeDeletion(connection, call).delete(path);
            } catch (InnkeeperException e) {
                left.add(path + " (" + e.getMessage() + ")");
            }
            job.progress((double) ++done / request.storage().size());
        }
        if (!left.isEmpty()) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.OPERATION_FAILED,
                            ErrorOrigin.NONE,
                            "the guest " + guest + " is deleted, but not all of its storage: "
                                    + String.join(", ", left))
                    .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, guest))
                    .withRemedy("Delete these files or volumes by hand."));
        }
    }
}
