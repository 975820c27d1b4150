package org.innkeeper.app.settings;

import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;

/** The settings could not be written. */
final class SaveFailure extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    SaveFailure(ErrorInfo info) {
        super(info);
    }
}
