package org.innkeeper.core.model;

import java.util.Objects;

/**
 * A picture of a guest's screen.
 *
 * @param mimeType such as {@code image/png} or {@code image/x-portable-pixmap}
 * @param data the picture, at most 64 MiB; treat it as hostile
 */
public record Screenshot(String mimeType, byte[] data) {
    public Screenshot {
        Objects.requireNonNull(mimeType, "mimeType");
        data = data.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }
}
