package org.innkeeper.driver.qemu.command;

/** One group of options of a command line. */
interface CommandSection {
    /**
     * Writes the options.
     *
     * @throws org.innkeeper.core.error.InnkeeperException CONFIG_UNSUPPORTED where the definition asks for something that
     *     cannot be had, naming element and remedy
     */
    void write(GuestContext guest);
}
