package org.innkeeper.icons;

import java.net.URL;
import java.util.List;

/** The program's icon. */
public final class ProgramIcon {
    /** The sizes there are, pixels, smallest first. */
    public static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private ProgramIcon() {}

    /**
     * Where a size is, as PNG.
     *
     * @param size one of {@link #SIZES}
     * @throws IllegalArgumentException for any other size
     */
    public static URL png(int size) {
        URL found = ProgramIcon.class.getResource("innkeeper-" + size + ".png");
        if (found == null) {
            throw new IllegalArgumentException("no icon of " + size + " pixels");
        }
        return found;
    }
}
