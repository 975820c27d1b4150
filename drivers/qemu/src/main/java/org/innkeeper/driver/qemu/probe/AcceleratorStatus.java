package org.innkeeper.driver.qemu.probe;

import java.util.Objects;

/**
 * Whether an accelerator works on this machine.
 *
 * @param accelerator which one
 * @param usable whether guests can run on it
 * @param reason one line for people: why it works or why not, and what to do about it
 */
public record AcceleratorStatus(Accelerator accelerator, boolean usable, String reason) {
    public AcceleratorStatus {
        Objects.requireNonNull(accelerator, "accelerator");
        Objects.requireNonNull(reason, "reason");
    }
}
