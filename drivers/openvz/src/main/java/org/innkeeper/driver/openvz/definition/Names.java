package org.innkeeper.driver.openvz.definition;

import java.util.regex.Pattern;

/** What may stand in arguments of vzctl and in the files it writes: nothing that could be an option or end a value. */
public final class Names {
    private static final Pattern CONTAINER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_. +-]{0,62}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,126}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]{0,14}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private Names() {}

    /** Whether a container can have that name. */
    public static boolean isContainer(String name) {
        return CONTAINER.matcher(name).matches() && name.equals(name.strip());
    }

    /** Whether a name is a number, and so can only be the container's own. */
    public static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    /** Whether a template or a sample configuration can have that name. */
    static boolean isFile(String name) {
        return FILE.matcher(name).matches();
    }

    static boolean isHost(String name) {
        return HOST.matcher(name).matches();
    }

    /** Whether a network device or a bridge can have that name. */
    static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }
}
