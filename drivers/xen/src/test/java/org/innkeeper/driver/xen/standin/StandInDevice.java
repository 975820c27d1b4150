package org.innkeeper.driver.xen.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A device of a domain.
 *
 * @param type vbd, tap, vif, vfb and so on
 * @param number the kernel's number of a disk, the place among its kind of others
 * @param config {@code (vbd ...)}
 */
record StandInDevice(String type, int number, List<Object> config) {
    static StandInDevice of(List<Object> config, int place) {
        String type = String.valueOf(config.get(0));
        List<Object> told = new ArrayList<>();
        String dev = Sxp.text(config, "dev");
        for (Object value : config) {
            boolean isDev = value instanceof List<?> list
                    && !list.isEmpty()
                    && list.get(0).equals("dev");
            told.add(isDev && !dev.contains(":") ? Sxp.pair("dev", dev + ":disk") : value);
        }
        if (Sxp.child(told, "uuid") == null) {
            told.add(Sxp.pair("uuid", UUID.randomUUID()));
        }
        return new StandInDevice(type, dev == null ? place : number(dev.replaceFirst(":.*", "")), told);
    }

    /** The numbers of the first drives: xvda 51712, hda 768, hdc 5632, sda 2048. */
    static int number(String name) {
        String plain = name.replaceFirst("^ioemu:", "");
        int letter = plain.charAt(plain.length() - 1) - 'a';
        if (plain.startsWith("xvd")) {
            return 51712 + letter * 16;
        }
        if (plain.startsWith("hd")) {
            return (letter < 2 ? 768 : 5632) + letter % 2 * 64;
        }
        return 2048 + letter * 16;
    }

    boolean isDisk() {
        return type.equals("vbd") || type.equals("tap");
    }

    /** The image or device behind a disk. */
    String source() {
        String uname = Sxp.text(config, "uname");
        return uname == null ? "" : uname.replaceFirst("^(tap:[a-z0-9]+|[a-z]+):", "");
    }

    /** What {@code op=devices} tells. */
    List<Object> details(int domain) {
        List<Object> details = new ArrayList<>();
        details.add(Sxp.pair("backend-id", "0"));
        if (isDisk()) {
            details.add(Sxp.pair("virtual-device", number));
            details.add(Sxp.pair("device-type", "disk"));
        } else if (type.equals("vif")) {
            details.add(Sxp.pair("handle", number));
            details.add(Sxp.pair("mac", String.valueOf(Sxp.text(config, "mac"))));
        }
        details.add(Sxp.pair("state", isDisk() ? "1" : "4"));
        details.add(Sxp.pair("backend", "/local/domain/0/backend/" + type + "/" + domain + "/" + number));
        return new ArrayList<>(List.of(String.valueOf(number), details));
    }
}
