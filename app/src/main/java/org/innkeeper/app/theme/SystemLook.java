package org.innkeeper.app.theme;

import java.util.Optional;

/** Asks the desktop how windows should look. */
@FunctionalInterface
public interface SystemLook {
    /** Whether the desktop is dark; empty where it does not say. May block for a second, so never on the FX thread. */
    Optional<Boolean> dark();
}
