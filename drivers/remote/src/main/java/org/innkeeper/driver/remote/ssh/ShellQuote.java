package org.innkeeper.driver.remote.ssh;

/** Makes one word of the far shell out of any text; the one place where text goes into that shell. */
final class ShellQuote {
    private ShellQuote() {}

    /**
     * The text in single quotes, which keep everything but themselves.
     *
     * @throws IllegalArgumentException for the character NUL, which no argument of a program can have
     */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character cannot be passed to a program");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
