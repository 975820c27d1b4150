package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.flag.VolumeDeleteFlag;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/** Removes what a program that died left behind of guests it was making. */
final class CreationRecovery {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final HostCore core;
    private final Journals journals;
    private final Consumer<ErrorInfo> problems;

    CreationRecovery(HostCore core, Journals journals, Consumer<ErrorInfo> problems) {
        this.core = core;
        this.journals = journals;
        this.problems = problems;
    }

    void run(Connection connection) {
        for (Journals.Journal journal : journals.unfinished(core.definition().id())) {
            try {
                recover(connection, journal);
            } catch (InnkeeperException e) {
                problems.accept(core.about(e.info()));
            }
        }
    }

    private void recover(Connection connection, Journals.Journal journal) {
        boolean defined = core.inventory().snapshot().stream()
                .anyMatch(guest -> guest.name().equals(journal.guest()));
        List<String> removed = new ArrayList<>();
        if (!defined) {
            for (Journals.Volume volume : journal.volumes()) {
                if (delete(connection, volume)) {
                    removed.add(volume.name());
                }
            }
        }
        journal.end();
        if (!removed.isEmpty()) {
            problems.accept(ErrorInfo.warning(
                            ErrorCode.OPERATION_ABORTED,
                            ErrorOrigin.NONE,
                            "Innkeeper ended while it was making " + journal.guest() + "; what was made is removed: "
                                    + String.join(", ", removed))
                    .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, journal.guest()))
                    .withRemedy("Make the guest once more."));
        }
    }

    /** @return false where it is gone already */
    private static boolean delete(Connection connection, Journals.Volume volume) {
        CallContext call = CallContext.within(LIMIT);
        try {
            connection
                    .storage()
                    .lookupByName(call, volume.pool())
                    .lookupVolume(call, volume.name())
                    .delete(call, EnumSet.noneOf(VolumeDeleteFlag.class));
            return true;
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_STORAGE_VOL || e.code() == ErrorCode.NO_STORAGE_POOL) {
                return false;
            }
            throw e;
        }
    }
}
