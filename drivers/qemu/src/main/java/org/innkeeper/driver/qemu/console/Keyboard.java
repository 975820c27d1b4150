package org.innkeeper.driver.qemu.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Presses keys. */
public final class Keyboard {
    /** libvirt's numbers of code sets. */
    private static final int LINUX = 0;

    private static final int QEMU = 9;
    private static final int MAX_KEYS = 16;
    private static final int MAX_QEMU_CODE = 0xff;

    private Keyboard() {}

    /**
     * Presses keys together.
     *
     * @param holdTime milliseconds, 0 for QEMU's choice
     */
    public static void press(CallContext context, Guest guest, int codeSet, int holdTime, List<Integer> codes) {
        if (codes.isEmpty() || codes.size() > MAX_KEYS || holdTime < 0) {
            throw GuestErrors.invalidArgument("1 to " + MAX_KEYS + " keys can be pressed, for 0 milliseconds or more");
        }
        ObjectNode arguments = QmpClient.object();
        ArrayNode keys = arguments.putArray("keys");
        for (int code : codes) {
            keys.addObject().put("type", "number").put("data", toQemu(codeSet, code));
        }
        if (holdTime > 0) {
            arguments.put("hold-time", holdTime);
        }
        guest.requireRun().requireMonitor(context, guest).execute(context, "send-key", arguments);
    }

    private static int toQemu(int codeSet, int code) {
        int number =
                switch (codeSet) {
                    case LINUX -> LinuxKeys.toQemu(code);
                    case QEMU -> code > 0 && code <= MAX_QEMU_CODE ? code : -1;
                    default ->
                        throw new InnkeeperException(
                                ErrorCode.ARGUMENT_UNSUPPORTED,
                                ErrorOrigin.QEMU,
                                "key codes of set " + codeSet + " are not known here, use those of Linux (0)");
                };
        if (number < 0) {
            throw GuestErrors.invalidArgument("QEMU has no key with the code " + code);
        }
        return number;
    }
}
