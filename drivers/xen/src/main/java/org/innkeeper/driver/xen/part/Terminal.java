package org.innkeeper.driver.xen.part;

/**
 * Where a running domain is looked at.
 *
 * @param tty the pseudo terminal of its first text console, such as {@code /dev/pts/3}; null where there is none
 * @param vncPort the TCP port of its screen, 1 to 65535; null where there is none
 * @param vncListen the address that port is on, null where it is not known
 */
public record Terminal(String tty, Integer vncPort, String vncListen) {
    /** A domain with neither. */
    public static final Terminal NONE = new Terminal(null, null, null);
}
