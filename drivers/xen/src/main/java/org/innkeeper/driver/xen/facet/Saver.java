package org.innkeeper.driver.xen.facet;

import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.save.PausedMark;

/** Saves domains to files and restores them, paused where that is wanted or where they were. */
final class Saver {
    private static final long FLAGS = DomainFlags.SAVE_RUNNING | DomainFlags.SAVE_PAUSED;

    private final XenContext xen;

    Saver(XenContext xen) {
        this.xen = xen;
    }

    static void check(String operation, long flags) {
        DomainFlags.check(operation, flags, FLAGS);
        if ((flags & FLAGS) == FLAGS) {
            throw PartErrors.invalidArgument("A domain cannot be both running and paused when it is restored");
        }
    }

    void save(CallContext context, DomainRecord domain, Path file, long flags) {
        boolean wasPaused = domain.state() == DomainState.PAUSED;
        context.progress().progress(-1);
        if (wasPaused) {
            // A guest suspends itself to be saved, which it cannot while its virtual CPUs stand still.
            xen.parts().tell(context, XenFunction.UNPAUSE, part -> part.unpause(context, domain.key()));
        }
        try {
            xen.parts().tell(context, XenFunction.SAVE, part -> part.save(context, domain.key(), file.toString()));
        } catch (InnkeeperException e) {
            if (wasPaused) {
                pauseAgain(domain, e);
            }
            throw e;
        }
        boolean paused = (flags & DomainFlags.SAVE_PAUSED) != 0 || wasPaused && (flags & DomainFlags.SAVE_RUNNING) == 0;
        if (paused && !(xen.local() && PausedMark.set(file))) {
            context.warn(ErrorInfo.warning(
                    ErrorCode.OPERATION_UNSUPPORTED,
                    ErrorOrigin.XEN,
                    "Domain '" + domain.name() + "' was saved, but that it is to be left paused could not be noted in "
                            + file));
        }
        context.progress().progress(1);
    }

    private void pauseAgain(DomainRecord domain, InnkeeperException problem) {
        try {
            CallContext last = CallContext.create();
            xen.parts().tell(last, XenFunction.PAUSE, part -> part.pause(last, domain.key()));
        } catch (InnkeeperException e) {
            problem.addSuppressed(e);
        }
    }

    void restore(CallContext context, Path file, long flags) {
        boolean paused = (flags & DomainFlags.SAVE_PAUSED) != 0
                || (flags & DomainFlags.SAVE_RUNNING) == 0 && xen.local() && PausedMark.isSet(file);
        context.progress().progress(-1);
        try {
            xen.parts().tell(context, XenFunction.RESTORE, part -> part.restore(context, file.toString(), paused));
        } finally {
            xen.changes().run();
        }
        context.progress().progress(1);
    }
}
