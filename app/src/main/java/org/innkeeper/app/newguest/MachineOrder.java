package org.innkeeper.app.newguest;

import java.io.Serializable;
import java.util.Comparator;

/** Versioned machine types, by family, the newest of each first. */
final class MachineOrder implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(String one, String other) {
        int family = family(one).compareTo(family(other));
        if (family != 0) {
            return -family;
        }
        String[] left = version(one);
        String[] right = version(other);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = Integer.compare(part(right, i), part(left, i));
            if (difference != 0) {
                return difference;
            }
        }
        return one.compareTo(other);
    }

    private static String family(String machine) {
        int dash = machine.lastIndexOf('-');
        return dash < 0 ? machine : machine.substring(0, dash);
    }

    private static String[] version(String machine) {
        return machine.substring(machine.lastIndexOf('-') + 1).split("\\.");
    }

    private static int part(String[] version, int index) {
        return index < version.length && version[index].matches("\\d{1,6}") ? Integer.parseInt(version[index]) : -1;
    }
}
