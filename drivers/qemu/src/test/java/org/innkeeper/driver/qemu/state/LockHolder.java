package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.Path;

/** Another program that holds a state root, until its standard input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (StateRoot root = StateRoot.open(Path.of(arguments[0]))) {
            System.out.println("holds " + root.directory());
            while (System.in.read() >= 0) {
                // Waits for the end of the input.
            }
        }
    }
}
