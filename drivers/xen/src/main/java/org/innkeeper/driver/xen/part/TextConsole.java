package org.innkeeper.driver.xen.part;

/**
 * A text console of a running domain.
 *
 * @param name {@code console0} for the console of Xen, {@code console1} and on for further ones, {@code serial0} and on for
 *     the serial ports of a fully virtualized guest
 * @param tty its pseudo terminal, such as {@code /dev/pts/3}
 */
public record TextConsole(String name, String tty) {}
