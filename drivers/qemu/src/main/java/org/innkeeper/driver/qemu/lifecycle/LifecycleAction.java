package org.innkeeper.driver.qemu.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/** What is done when a guest powers off, reboots or crashes; the order is that of libvirt's numbers. */
public enum LifecycleAction {
    DESTROY("destroy"),
    RESTART("restart"),
    RENAME_RESTART("rename-restart"),
    PRESERVE("preserve"),
    COREDUMP_DESTROY("coredump-destroy"),
    COREDUMP_RESTART("coredump-restart");

    private final String text;

    LifecycleAction(String text) {
        this.text = text;
    }

    /** The word in a definition. */
    public String text() {
        return text;
    }

    /** Whether a core dump is written first; only a crash allows that. */
    public boolean dumps() {
        return this == COREDUMP_DESTROY || this == COREDUMP_RESTART;
    }

    static Optional<LifecycleAction> ofText(String text) {
        return Arrays.stream(values()).filter(a -> a.text.equals(text)).findFirst();
    }

    static Optional<LifecycleAction> ofNumber(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
