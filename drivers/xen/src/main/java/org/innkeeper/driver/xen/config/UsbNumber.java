package org.innkeeper.driver.xen.config;

import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The number of a bus or device of USB: definitions have it in decimal or as {@code 0x1f}, xl in hexadecimal alone. */
final class UsbNumber {
    private UsbNumber() {}

    static String fromXl(String text) {
        if (text == null || !text.matches("(0[xX])?[0-9a-fA-F]{1,3}")) {
            throw XenErrors.malformed(ErrorOrigin.XENXL, "usbdev: '" + text + "' is no number of a bus or device");
        }
        return Integer.toString(Integer.parseInt(text.replaceFirst("^0[xX]", ""), 16));
    }

    static String toXl(String text) {
        if (text == null || !text.matches("(0[xX][0-9a-fA-F]{1,3})|([0-9]{1,3})")) {
            throw XenErrors.unsupported("A USB device of the host needs bus and device number for Xen");
        }
        return Integer.toHexString(
                text.startsWith("0x") || text.startsWith("0X")
                        ? Integer.parseInt(text.substring(2), 16)
                        : Integer.parseInt(text));
    }
}
