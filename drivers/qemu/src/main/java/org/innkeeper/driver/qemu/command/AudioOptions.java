package org.innkeeper.driver.qemu.command;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Where sound goes on the host; nowhere, unless the definition says otherwise. */
final class AudioOptions implements CommandSection {
    private static final Map<String, String> DRIVERS = Map.of(
            "none", "none",
            "alsa", "alsa",
            "coreaudio", "coreaudio",
            "jack", "jack",
            "oss", "oss",
            "pulseaudio", "pa",
            "sdl", "sdl",
            "spice", "spice",
            "file", "wav",
            "dbus", "dbus");

    /** The number of the back end that cards use which name none. */
    static int firstId(GuestContext guest) {
        List<XmlElement> audios = guest.definition().devices("audio");
        return audios.isEmpty() ? 1 : Nodes.number(audios.get(0), "@id", 1);
    }

    @Override
    public void write(GuestContext guest) {
        List<XmlElement> audios = guest.definition().devices("audio");
        if (audios.isEmpty()) {
            guest.option(
                    "-audiodev",
                    Props.of("id", "audio1").put("driver", implied(guest)).toJson());
        }
        for (XmlElement audio : audios) {
            String type = Nodes.text(audio, "@type", "none");
            String driver = DRIVERS.get(type);
            if (driver == null) {
                throw Unsupported.value(audio, "audio type", type, String.join(", ", DRIVERS.keySet()));
            }
            Props props =
                    Props.of("id", "audio" + Nodes.number(audio, "@id", 1)).put("driver", driver);
            props.putIfSet("timer-period", Nodes.number(audio, "@timerPeriod"));
            props.putIfSet("try-mmap", Nodes.flag(audio, "@tryMMap"));
            props.putIfSet("exclusive", Nodes.flag(audio, "@exclusive"));
            props.putIfSet("dsp-policy", Nodes.number(audio, "@dspPolicy"));
            if (type.equals("file")) {
                props.putIfSet("path", Nodes.text(audio, "@path"));
            } else if (type.equals("pulseaudio")) {
                props.putIfSet("server", Nodes.text(audio, "@serverName"));
            }
            addDirection(audio, "input", "in", props);
            addDirection(audio, "output", "out", props);
            guest.option("-audiodev", props.toJson());
        }
    }

    private static String implied(GuestContext guest) {
        return guest.definition().devices("graphics").stream()
                .map(screen -> Nodes.text(screen, "@type", ""))
                .filter(type -> type.equals("spice") || type.equals("sdl"))
                .findFirst()
                .orElse("none");
    }

    private static void addDirection(XmlElement audio, String element, String key, Props props) {
        XmlElement direction = audio.element(element);
        if (direction == null) {
            return;
        }
        Props values = new Props();
        values.putIfSet("mixing-engine", Nodes.flag(direction, "@mixingEngine"));
        values.putIfSet("fixed-settings", Nodes.flag(direction, "@fixedSettings"));
        values.putIfSet("voices", Nodes.number(direction, "@voices"));
        values.putIfSet("buffer-length", Nodes.number(direction, "@bufferLength"));
        XmlElement settings = direction.element("settings");
        if (settings != null) {
            values.putIfSet("frequency", Nodes.number(settings, "@frequency"));
            values.putIfSet("channels", Nodes.number(settings, "@channels"));
            values.putIfSet("format", Nodes.text(settings, "@format"));
        }
        values.putIfSet("dev", Nodes.text(direction, "@dev"));
        values.putIfSet("buffer-count", Nodes.number(direction, "@bufferCount"));
        values.putIfSet("try-poll", Nodes.flag(direction, "@tryPoll"));
        if (!values.isEmpty()) {
            props.put(key, values);
        }
    }
}
