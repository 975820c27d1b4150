package org.innkeeper.driver.remote.protocol;

/**
 * One procedure of the remote program.
 *
 * @param number its number on the wire
 * @param name its name without {@code REMOTE_PROC_}
 * @param event whether the daemon sends it on its own
 * @param arguments what is sent, or what an event carries
 * @param results what comes back
 */
public record Procedure(int number, String name, boolean event, Layout arguments, Layout results) {
    @Override
    public String toString() {
        return name + " (" + number + ")";
    }
}
