package org.innkeeper.driver.test.host;

import org.innkeeper.core.model.DomainState;

/**
 * One snapshot.
 *
 * @param parent the name of the one before, or null
 * @param description may be null
 * @param creationTime seconds since 1970
 * @param state of the domain when it was taken; null where only disks were
 * @param memoryFile where memory is kept apart from the image, or null
 * @param external whether disks are in files of their own
 * @param definition what the domain was; null where it is not known
 * @param disksXml the {@code <disks>} element, or null
 */
public record TestSnapshot(
        String name,
        String parent,
        String description,
        long creationTime,
        DomainState state,
        String memoryFile,
        boolean external,
        DomainDefinition definition,
        String disksXml) {
    TestSnapshot withParent(String newParent) {
        return new TestSnapshot(
                name, newParent, description, creationTime, state, memoryFile, external, definition, disksXml);
    }

    /** Whether it was taken without memory while the domain ran. */
    public boolean isDiskOnly() {
        return state == null;
    }

    /** Whether going back to it makes the domain active. */
    public boolean wasActive() {
        return state != null && state != DomainState.SHUT_OFF;
    }
}
