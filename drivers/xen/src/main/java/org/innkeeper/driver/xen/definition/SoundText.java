package org.innkeeper.driver.xen.definition;

import java.util.Arrays;
import java.util.List;

/** The models of sound cards in {@code soundhw}, parted by commas. */
public final class SoundText {
    /** What {@code all} stands for. */
    private static final List<String> ALL = List.of("sb16", "es1370");
    /** Intel's HD Audio, by libvirt's name and by QEMU's. */
    private static final String HD_AUDIO = "ich6";

    private static final String QEMU_HD_AUDIO = "hda";

    private SoundText() {}

    /** libvirt's models. */
    public static List<String> read(String text) {
        return text.equals("all")
                ? ALL
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(model -> !model.isEmpty())
                        .map(model -> model.equals(QEMU_HD_AUDIO) ? HD_AUDIO : model)
                        .toList();
    }

    /** xl's text of libvirt's models; null for null. */
    public static String writeXl(String models) {
        return models == null ? null : models.replaceAll("\\b" + HD_AUDIO + "\\b", QEMU_HD_AUDIO);
    }
}
