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

    /** The summary as a sentence of its own. */
    public String sentence() {
        String sentence = Character.toUpperCase(summary.charAt(0)) + summary.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
