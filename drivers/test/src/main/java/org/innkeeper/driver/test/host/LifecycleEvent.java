package org.innkeeper.driver.test.host;

import java.util.Optional;

/** What a guest can do of its own; the ordinal is libvirt's {@code virDomainLifecycle}. */
public enum LifecycleEvent {
    POWEROFF("on_poweroff"),
    REBOOT("on_reboot"),
    CRASH("on_crash");

    private final String element;

    LifecycleEvent(String element) {
        this.element = element;
    }

    /** The element of the definition that says what happens then. */
    public String element() {
        return element;
    }

    public static Optional<LifecycleEvent> ofNumber(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
