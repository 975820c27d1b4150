package org.innkeeper.app.main;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.innkeeper.core.model.Screenshot;

/** Turns a picture from a host, which may hold anything, into an image: PNG, JPEG, BMP, GIF or a binary pixmap. */
final class ScreenshotImage {
    private static final int WIDEST = 16_384;
    private static final int RGB = 3;

    private ScreenshotImage() {}

    /** Empty for what is not a picture. Any thread. */
    static Optional<Image> decode(Screenshot screenshot) {
        byte[] data = screenshot.data();
        if (data.length > 2 && data[0] == 'P' && data[1] == '6') {
            return pixmap(data);
        }
        Image image = new Image(new ByteArrayInputStream(data), 432, 270, true, true);
        return image.isError() || image.getWidth() < 1 ? Optional.empty() : Optional.of(image);
    }

    /** PPM: {@code P6}, width, height, 255, one white space, and three bytes for each pixel. */
    private static Optional<Image> pixmap(byte[] data) {
        int[] at = {2};
        int width = number(data, at);
        int height = number(data, at);
        int depth = number(data, at);
        int start = at[0] + 1;
        if (width < 1 || height < 1 || width > WIDEST || height > WIDEST || depth != 255) {
            return Optional.empty();
        }
        if ((long) width * height * RGB > data.length - start) {
            return Optional.empty();
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getByteRgbInstance(), data, start, width * RGB);
        return Optional.of(image);
    }

    /** The next number of the header, past white space and comments; -1 where there is none. */
    private static int number(byte[] data, int[] at) {
        while (at[0] < data.length && (Character.isWhitespace(data[at[0]]) || data[at[0]] == '#')) {
            if (data[at[0]] == '#') {
                while (at[0] < data.length && data[at[0]] != '\n') {
                    at[0]++;
                }
            } else {
                at[0]++;
            }
        }
        int value = -1;
        while (at[0] < data.length && data[at[0]] >= '0' && data[at[0]] <= '9' && value <= WIDEST) {
            value = Math.max(0, value) * 10 + data[at[0]] - '0';
            at[0]++;
        }
        return value;
    }
}
