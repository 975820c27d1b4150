package org.innkeeper.app.session.sample;

import java.util.List;
import org.innkeeper.core.model.TypedParameter;

/** The slots of one order of parameters. Guests with the same devices share it, and keep it from tick to tick. */
final class Layout {
    static final Layout EMPTY = new Layout(new String[0], new Slot[0]);

    private final String[] names;
    private final Slot[] slots;

    private Layout(String[] names, Slot[] slots) {
        this.names = names;
        this.slots = slots;
    }

    static Layout of(List<TypedParameter> parameters, SlotNames slotNames) {
        String[] names = new String[parameters.size()];
        Slot[] slots = new Slot[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = parameters.get(i).name();
            slots[i] = slotNames.find(names[i]);
        }
        return new Layout(names, slots);
    }

    /** Whether these are the parameters it was made for; quick when the driver hands out the same strings each time. */
    boolean fits(List<TypedParameter> parameters) {
        if (parameters.size() != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            String name = parameters.get(i).name();
            if (name != names[i] && !name.equals(names[i])) {
                return false;
            }
        }
        return true;
    }

    Slot slot(int index) {
        return slots[index];
    }
}
