package org.innkeeper.driver.qemu.command;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Sound cards, each playing to one of the audio back ends. */
final class SoundDevices implements CommandSection {
    private static final Map<String, String> DRIVERS = Map.of(
            "ac97", "AC97",
            "es1370", "ES1370",
            "sb16", "sb16",
            "usb", "usb-audio",
            "ich6", "intel-hda",
            "ich9", "ich9-intel-hda");

    @Override
    public void write(GuestContext guest) {
        guest.definition().devices("sound").forEach(sound -> write(guest, sound));
    }

    private static void write(GuestContext guest, XmlElement sound) {
        String model = Nodes.text(sound, "@model", "");
        String audio = "audio" + Nodes.number(sound, "audio@id", AudioOptions.firstId(guest));
        if (model.equals("pcspk")) {
            // The speaker of a PC is part of the machine.
            return;
        }
        String driver = DRIVERS.get(model);
        if (driver == null) {
            throw Unsupported.value(sound, "sound card model", model, String.join(", ", DRIVERS.keySet()));
        }
        Unsupported.requireDevice(guest, sound, driver);
        boolean hda = model.startsWith("ich");
        Props props = Props.of("driver", driver).put("id", guest.alias(sound));
        if (!hda) {
            props.put("audiodev", audio);
        }
        BusAddress.pci(guest, sound, props);
        guest.device(BusAddress.usb(guest, sound, props));
        if (hda) {
            writeCodecs(guest, sound, audio);
        }
    }

    private static void writeCodecs(GuestContext guest, XmlElement sound, String audio) {
        List<XmlElement> codecs = sound.elements("codec");
        for (int i = 0; i < Math.max(1, codecs.size()); i++) {
            String type = codecs.isEmpty() ? "duplex" : Nodes.text(codecs.get(i), "@type", "duplex");
            guest.device(Props.of("driver", "hda-" + type)
                    .put("id", guest.alias(sound) + "-codec" + i)
                    .put("bus", guest.alias(sound) + ".0")
                    .put("cad", i)
                    .put("audiodev", audio));
        }
    }
}
