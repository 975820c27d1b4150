package org.innkeeper.driver.xen.config;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The video card of a fully virtualised guest, in xl's words {@code vga} and {@code videoram}. */
final class VideoCard {
    /** libvirt's models and Xen's names. A Cirrus card needs none: it is what Xen gives by itself. */
    private static final Map<String, String> NAMES = Map.of("vga", "stdvga", "qxl", "qxl", "none", "none");

    private static final String USUAL = "cirrus";
    private static final String PARAVIRTUAL = "xen";
    private static final long KIB_PER_MIB = 1024;

    private VideoCard() {}

    /** The card that settings ask for; null where it is the usual one. */
    static XmlElement read(Settings settings) {
        String name = settings.text("vga");
        String wanted = name == null && settings.isOn("stdvga", false) ? "stdvga" : name;
        String model = NAMES.entrySet().stream()
                .filter(card -> card.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (model == null) {
            return null;
        }
        boolean none = model.equals("none");
        long memory = settings.number("videoram", 0);
        XmlElement card = Elements.of(
                "model",
                "type",
                model,
                "vram",
                memory > 0 && !none ? Long.toString(memory * KIB_PER_MIB) : null,
                "heads",
                none ? null : "1",
                "primary",
                none ? null : "yes");
        return new XmlElement("video").add(card);
    }

    static void write(XmlElement domain, SettingsWriter out) {
        List<XmlElement> cards = Elements.devices(domain, "video");
        XmlElement model = cards.isEmpty() ? null : cards.get(0).element("model");
        String type = model == null ? null : model.attribute("type");
        if (type == null || type.equals(USUAL)) {
            return;
        }
        // A screen of Xen's own is for paravirtualised guests: libvirt's driver gives the others a standard card.
        String name = NAMES.get(type.equals(PARAVIRTUAL) ? "vga" : type);
        if (name == null) {
            throw XenErrors.unsupported("Xen has no video card of the model " + type);
        }
        out.text("vga", name);
        String memory = model.attribute("vram");
        if (memory != null && memory.matches("[0-9]{4,9}") && !type.equals("none")) {
            out.number("videoram", Long.parseLong(memory) / KIB_PER_MIB);
        }
    }
}
