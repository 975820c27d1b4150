package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Where sound comes from and goes to on the host; lengths in microseconds. */
public final class AudioProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("audio", "devices/audio");

    public static final Property<Integer> ID = CATALOGUE.integer("@id");
    public static final Property<String> TYPE = CATALOGUE.choice(
            "@type", "none", "alsa", "coreaudio", "jack", "oss", "pulseaudio", "sdl", "spice", "file", "dbus");
    public static final Property<Integer> TIMER_PERIOD = CATALOGUE.integer("@timerPeriod");
    public static final Property<String> PATH = CATALOGUE.text("@path");
    public static final Property<String> DRIVER = CATALOGUE.text("@driver");
    public static final Property<Boolean> TRY_MMAP = CATALOGUE.yesNo("@tryMMap");
    public static final Property<Boolean> EXCLUSIVE = CATALOGUE.yesNo("@exclusive");
    public static final Property<Integer> DSP_POLICY = CATALOGUE.integer("@dspPolicy");

    private AudioProperties() {}
}
