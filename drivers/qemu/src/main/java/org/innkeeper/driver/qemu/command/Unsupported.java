package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;

/** Refusals of what a definition asks for, with element, reason and remedy. */
final class Unsupported {
    private Unsupported() {}

    static InnkeeperException because(XmlElement element, String reason, String remedy) {
        String place = element.line() > 0 ? " (line " + element.line() + ")" : "";
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        ErrorOrigin.QEMU,
                        "<" + element.name() + ">" + place + ": " + reason)
                .withDetail(element.path())
                .withRemedy(remedy)
                .withNumbers(element.line(), element.column()));
    }

    /** A value this driver does not know at that place. */
    static InnkeeperException value(XmlElement element, String what, String value, String choices) {
        return because(element, what + " '" + value + "' is not supported", "Use one of: " + choices + ".");
    }

    /** The emulator lacks a device. */
    static void requireDevice(GuestContext guest, XmlElement element, String driver) {
        if (!guest.emulator().hasDevice(driver)) {
            throw because(
                    element,
                    guest.emulator().binary() + " " + guest.emulator().version() + " has no device '" + driver + "'",
                    "Choose another model, or install the emulator's package that brings it.");
        }
    }
}
