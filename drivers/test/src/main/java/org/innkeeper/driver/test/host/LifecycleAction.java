package org.innkeeper.driver.test.host;

import java.util.Optional;

/** What happens when a guest powers off, reboots or crashes; the ordinal is libvirt's {@code virDomainLifecycleAction}. */
public enum LifecycleAction {
    DESTROY("destroy"),
    RESTART("restart"),
    RENAME_RESTART("rename-restart"),
    PRESERVE("preserve"),
    COREDUMP_DESTROY("coredump-destroy"),
    COREDUMP_RESTART("coredump-restart");

    private final String xmlName;

    LifecycleAction(String xmlName) {
        this.xmlName = xmlName;
    }

    public String xmlName() {
        return xmlName;
    }

    static Optional<LifecycleAction> ofXmlName(String name) {
        for (LifecycleAction action : values()) {
            if (action.xmlName.equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    public static Optional<LifecycleAction> ofNumber(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
