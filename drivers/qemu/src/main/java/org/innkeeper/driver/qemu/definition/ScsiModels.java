package org.innkeeper.driver.qemu.definition;

/** What SCSI controllers of a guest are. */
public final class ScsiModels {
    private ScsiModels() {}

    /** The model of a controller; it is always said in a complete definition. */
    public static String model(GuestDefinition guest, int index) {
        return guest.controllers("scsi").stream()
                .filter(controller -> Nodes.number(controller, "@index", 0) == index)
                .map(controller -> Nodes.text(controller, "@model", ""))
                .findFirst()
                .orElse("");
    }

    /** Whether the units of an address are targets of their own, because the controller knows no units in targets. */
    public static boolean isSingleTarget(GuestDefinition guest, int index) {
        return model(guest, index).equals("lsilogic");
    }
}
