package org.innkeeper.driver.remote.transport;

import java.util.List;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.core.spi.CheckStep;

/** A failure of which it is known at which step of a connection it happened. */
public final class StepFailure extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    private final CheckStep.Kind step;
    private final transient List<CertificateInfo> shown;

    /** @param shown the certificates the step looked at, the end's own first */
    public StepFailure(CheckStep.Kind step, ErrorInfo info, List<CertificateInfo> shown, Throwable cause) {
        super(info, cause);
        this.step = step;
        this.shown = List.copyOf(shown);
    }

    public CheckStep.Kind step() {
        return step;
    }

    public List<CertificateInfo> shown() {
        return shown;
    }
}
