package org.innkeeper.driver.xen.standin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An answer of the stand-in xend.
 *
 * @param location of what was made or told to do something; null for none
 */
record StandInReply(int status, String text, String location, String body) {
    static StandInReply ok(String body) {
        return new StandInReply(200, "OK", null, body);
    }

    static StandInReply accepted(String path) {
        return new StandInReply(202, "Accepted", path + "/..", "");
    }

    /** An error in xend's own form; the status says all is well where the command had been accepted before. */
    static StandInReply error(int status, String message) {
        String quote = message.indexOf('\'') >= 0 ? "\"" : "'";
        return new StandInReply(
                status,
                status == 202 ? "Accepted" : "Internal Server Error",
                null,
                "(xend.err " + quote + message + quote + ")");
    }

    static StandInReply refused(int status, String message) {
        return new StandInReply(status, message, null, message);
    }

    /** With the headers spelt as xend spells them. */
    byte[] toBytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " " + text + "\r\nContent-length: " + content.length
                + "\r\nContent-type: application/sxp\r\nExpires: -1\r\nPragma: no-cache\r\nCache-control: no-cache\r\n"
                + (location == null ? "" : "Location: " + location + "\r\n") + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }
}
