package org.innkeeper.driver.test.host;

/** Names of numbered statistics, made once and shared by all guests and samples. */
final class ParameterNames {
    private static final int SHARED = 16;

    private final String prefix;
    private final String[] suffixes;
    private final String[][] shared = new String[SHARED][];

    /** @param prefix such as {@code block.} */
    ParameterNames(String prefix, String... suffixes) {
        this.prefix = prefix;
        this.suffixes = suffixes;
        for (int i = 0; i < SHARED; i++) {
            shared[i] = names(i);
        }
    }

    /** The names of device {@code index}, in the order of the suffixes. */
    String[] of(int index) {
        return index < SHARED ? shared[index] : names(index);
    }

    private String[] names(int index) {
        String[] names = new String[suffixes.length];
        for (int i = 0; i < suffixes.length; i++) {
            names[i] = prefix + index + suffixes[i];
        }
        return names;
    }
}
