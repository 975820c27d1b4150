package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One direction of sound. */
public final class AudioStreamProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("audio-stream", "devices/audio/input|output");

    public static final Property<Boolean> MIXING_ENGINE = CATALOGUE.yesNo("@mixingEngine");
    public static final Property<Boolean> FIXED_SETTINGS = CATALOGUE.yesNo("@fixedSettings");
    public static final Property<Integer> VOICES = CATALOGUE.integer("@voices");
    /** Microseconds. */
    public static final Property<Integer> BUFFER_LENGTH = CATALOGUE.integer("@bufferLength");

    public static final Property<Integer> BUFFER_COUNT = CATALOGUE.integer("@bufferCount");
    public static final Property<String> DEVICE = CATALOGUE.text("@dev");
    public static final Property<Boolean> TRY_POLL = CATALOGUE.yesNo("@tryPoll");
    /** Hz. */
    public static final Property<Integer> FREQUENCY = CATALOGUE.integer("settings@frequency");

    public static final Property<Integer> CHANNELS = CATALOGUE.integer("settings@channels");
    public static final Property<String> FORMAT =
            CATALOGUE.choice("settings@format", "s8", "u8", "s16", "u16", "s32", "u32", "f32");

    private AudioStreamProperties() {}
}
