package org.innkeeper.driver.qemu.definition;

/** One PCI bus of a guest and what is taken on it. */
final class PciBus {
    private static final int SLOTS = 32;
    private static final int ALL_FUNCTIONS = 0xff;

    private final int index;
    private final String model;
    private final int[] functions = new int[SLOTS];
    private final boolean[] shared = new boolean[SLOTS];

    PciBus(int index, String model) {
        this.index = index;
        this.model = model;
    }

    int index() {
        return index;
    }

    private int firstSlot() {
        return switch (model) {
            case "pcie-root-port", "pcie-switch-downstream-port", "pcie-switch-upstream-port" -> 0;
            default -> 1;
        };
    }

    private int lastSlot() {
        return switch (model) {
            case "pcie-root-port", "pcie-switch-downstream-port" -> 0;
            default -> SLOTS - 1;
        };
    }

    /** Whether a device of that kind can be plugged in here without being told to. */
    boolean takes(PciSlotKind kind) {
        return switch (model) {
            case "pci-root", "pci-bridge", "pcie-to-pci-bridge", "dmi-to-pci-bridge" ->
                kind == PciSlotKind.CONVENTIONAL;
            case "pcie-root-port", "pcie-switch-downstream-port" -> kind == PciSlotKind.EXPRESS;
            case "pcie-root" -> kind == PciSlotKind.ROOT_PORT;
            case "pcie-switch-upstream-port" -> kind == PciSlotKind.SWITCH_DOWNSTREAM;
            default -> false;
        };
    }

    /** Takes one function; false where it is taken. */
    boolean reserve(int slot, int function) {
        int bit = 1 << function;
        if ((functions[slot] & bit) != 0) {
            return false;
        }
        functions[slot] |= bit;
        return true;
    }

    void reserveSlot(int slot) {
        functions[slot] = ALL_FUNCTIONS;
    }

    boolean isFree(int slot) {
        return functions[slot] == 0;
    }

    /** The next free slot, all of it; null where there is none. */
    PciAddress takeSlot() {
        for (int slot = firstSlot(); slot <= lastSlot(); slot++) {
            if (functions[slot] == 0) {
                reserveSlot(slot);
                return new PciAddress(index, slot, 0);
            }
        }
        return null;
    }

    /** The next free function of a slot that holds only ports like this one; null where there is none. */
    PciAddress takeSharedFunction() {
        for (int slot = firstSlot(); slot <= lastSlot(); slot++) {
            if (functions[slot] == 0) {
                shared[slot] = true;
            }
            for (int function = 0; shared[slot] && function < Byte.SIZE; function++) {
                if (reserve(slot, function)) {
                    return new PciAddress(index, slot, function);
                }
            }
        }
        return null;
    }

    /** Lets ports join a slot whose first function is one that was placed by the definition. */
    void share(int slot) {
        shared[slot] = true;
    }
}
