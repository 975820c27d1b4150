package org.innkeeper.driver.xen.config;

import java.util.Map;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.GuestInterface;
import org.innkeeper.driver.xen.definition.XenErrors;

/** A network interface in one string: {@code mac=...,bridge=...,script=...,model=...}. */
final class InterfaceText {
    private static final String PARAVIRTUAL = "netfront";

    private InterfaceText() {}

    static GuestInterface read(String text) {
        Map<String, String> options = OptionText.read(text);
        String type = options.get("type");
        String model = options.get("model");
        if (model == null && (PARAVIRTUAL.equals(type) || "vif".equals(type))) {
            model = PARAVIRTUAL;
        }
        return GuestInterface.ofTools(
                options.get("mac"),
                options.get("bridge"),
                options.get("ip"),
                options.get("script"),
                options.get("vifname"),
                model,
                options.get("rate"),
                options.get("backend"));
    }

    /** The string of an interface. */
    static String write(GuestInterface card, boolean hvm, boolean emulatedType, ConfigFormat format, Dialect dialect) {
        if (card.type().equals("network")) {
            throw XenErrors.unsupported(
                    "Xen's files know no virtual networks: name the bridge of '" + card.source() + "'");
        }
        boolean usual = card.isBridge() && dialect != Dialect.LIBVIRT_0_3;
        boolean paravirtual = hvm && PARAVIRTUAL.equals(card.model());
        String type =
                paravirtual ? format == ConfigFormat.XL ? "vif" : PARAVIRTUAL : hvm && emulatedType ? "ioemu" : null;
        return new OptionText()
                .add("mac", card.mac())
                .add("bridge", card.bridge())
                .add("ip", card.addresses().isEmpty() ? null : String.join(" ", card.addresses()))
                .add("script", card.script() == null && usual ? GuestInterface.BRIDGE_SCRIPT : card.script())
                .add("vifname", card.isNamed() ? card.hostName() : null)
                .add("model", paravirtual ? null : card.model())
                .add("type", type)
                .add("rate", card.rateText())
                .add("backend", card.backEnd())
                .toString();
    }
}
