package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/**
 * What a definition wants to happen when its guest powers off, reboots and crashes, and what QEMU has to do so that it
 * can. Where the wish is what QEMU does by itself, it does it, so that it happens also while no program watches;
 * everything else makes QEMU stop the vcpus and wait for us.
 */
public record LifecyclePolicy(LifecycleAction onPoweroff, LifecycleAction onReboot, LifecycleAction onCrash) {
    /** Why a guest's run came to its end. */
    public enum Cause {
        POWEROFF,
        REBOOT,
        CRASH
    }

    static LifecyclePolicy of(Definition definition) {
        return new LifecyclePolicy(
                definition.action("on_poweroff", LifecycleAction.DESTROY),
                definition.action("on_reboot", LifecycleAction.RESTART),
                definition.action("on_crash", LifecycleAction.DESTROY));
    }

    LifecycleAction action(Cause cause) {
        return switch (cause) {
            case POWEROFF -> onPoweroff;
            case REBOOT -> onReboot;
            case CRASH -> onCrash;
        };
    }

    /** Whether QEMU waits for us when the guest has powered off, and does not end by itself. */
    boolean waitsAfterShutdown() {
        return onPoweroff != LifecycleAction.DESTROY
                || (onReboot != LifecycleAction.RESTART && onReboot != LifecycleAction.DESTROY);
    }

    private String shutdown() {
        return waitsAfterShutdown() ? "pause" : "poweroff";
    }

    private String reboot() {
        return onReboot == LifecycleAction.RESTART ? "reset" : "shutdown";
    }

    private String panic() {
        return onCrash == LifecycleAction.DESTROY ? "shutdown" : "pause";
    }

    /** Options of QEMU's command line. */
    List<String> arguments() {
        return List.of("-action", "reboot=" + reboot() + ",shutdown=" + shutdown() + ",panic=" + panic());
    }

    /** Options for a QEMU before 6.0, which has no {@code -action}; it cannot wait for us after a panic. */
    List<String> oldArguments() {
        List<String> options = new ArrayList<>();
        if (waitsAfterShutdown()) {
            options.add("-no-shutdown");
        }
        if (onReboot != LifecycleAction.RESTART) {
            options.add("-no-reboot");
        }
        return options;
    }

    /** Arguments of QMP's {@code set-action}. */
    ObjectNode setAction() {
        return QmpClient.object()
                .put("reboot", reboot())
                .put("shutdown", shutdown())
                .put("panic", panic());
    }
}
