package org.innkeeper.app.session;

/**
 * What a driver found on this machine.
 *
 * @param providerId the driver
 * @param uri how to open it, or null where there is nothing
 * @param rank higher is better; 0 is the demo host
 * @param summary one line for people: what was found, or what to install
 */
public record FoundHost(String providerId, String uri, int rank, String summary) {
    public boolean available() {
        return uri != null;
    }
}
