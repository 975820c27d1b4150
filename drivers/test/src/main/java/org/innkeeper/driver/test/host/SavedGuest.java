package org.innkeeper.driver.test.host;

/**
 * The memory of a guest that was saved, which here is only its definition.
 *
 * @param definition what it ran with
 * @param running whether it runs on when it is restored
 */
public record SavedGuest(DomainDefinition definition, boolean running) {

    SavedGuest withRunning(boolean runs) {
        return new SavedGuest(definition, runs);
    }
}
