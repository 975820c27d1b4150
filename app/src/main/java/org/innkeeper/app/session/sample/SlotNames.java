package org.innkeeper.app.session.sample;

import java.util.HashMap;
import java.util.Map;

/** Finds the slot of a parameter's name; each name is taken apart once. For one thread. */
final class SlotNames {
    /** No host has more devices; a higher number is not a device but a mistake. */
    private static final int MOST_DEVICES = 4096;

    /** Names come from hosts, so that their number is not in our hands. */
    private static final int MOST_NAMES = 100_000;

    private static final Map<String, Slot.Kind> PATTERNS = patterns();

    private final Map<String, Slot> known = new HashMap<>();

    private static Map<String, Slot.Kind> patterns() {
        Map<String, Slot.Kind> patterns = new HashMap<>();
        for (Slot.Kind kind : Slot.Kind.values()) {
            patterns.put(kind.pattern(), kind);
        }
        return patterns;
    }

    Slot find(String name) {
        Slot slot = known.get(name);
        if (slot == null) {
            slot = parse(name);
            if (known.size() < MOST_NAMES) {
                known.put(name, slot);
            }
        }
        return slot;
    }

    private static Slot parse(String name) {
        int from = 0;
        while (from < name.length() && !digit(name.charAt(from))) {
            from++;
        }
        int to = from;
        int index = 0;
        while (to < name.length() && digit(name.charAt(to)) && index < MOST_DEVICES) {
            index = index * 10 + name.charAt(to) - '0';
            to++;
        }
        Slot.Kind kind = PATTERNS.get(from == name.length() ? name : name.substring(0, from) + name.substring(to));
        return kind == null || index >= MOST_DEVICES ? Slot.NONE : new Slot(kind, index);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
