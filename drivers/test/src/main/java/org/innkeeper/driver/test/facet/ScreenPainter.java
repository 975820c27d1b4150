package org.innkeeper.driver.test.facet;

import org.innkeeper.core.model.DomainState;

/** Paints what could be the screen of a guest: a desktop with a window whose bars move, darker while it is paused. */
final class ScreenPainter {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int WINDOW = 0xf4f5f7;
    private static final int TITLE = 0x3b4252;
    private static final int BARS = 12;

    private final byte[] rgb = new byte[WIDTH * HEIGHT * 3];
    private final int seed;
    private final DomainState state;

    private ScreenPainter(int seed, DomainState state) {
        this.seed = seed;
        this.state = state;
    }

    /** @param seed tells guests apart; {@code seconds} moves the bars */
    static byte[] png(int seed, DomainState state, long seconds) {
        ScreenPainter painter = new ScreenPainter(seed, state);
        painter.desktop();
        if (state != DomainState.CRASHED) {
            painter.window(seconds);
        }
        return PngWriter.write(WIDTH, HEIGHT, painter.rgb);
    }

    private void desktop() {
        int hue = Math.floorMod(seed, 128);
        for (int y = 0; y < HEIGHT; y++) {
            int shade = 60 + 100 * y / HEIGHT;
            int colour = state == DomainState.CRASHED ? 0x1f4fa8 : (hue / 2 << 16) | (shade << 8) | (110 + hue);
            fill(0, y, WIDTH, 1, colour);
        }
    }

    private void window(long seconds) {
        fill(140, 80, 360, 240, WINDOW);
        fill(140, 80, 360, 24, TITLE);
        for (int bar = 0; bar < BARS; bar++) {
            int height = 20 + Math.floorMod((seed >> bar) + seconds * (bar + 3) * 7, 160);
            fill(160 + bar * 27, 304 - height, 20, height, 0x5e81ac + bar * 0x040801);
        }
    }

    private void fill(int left, int top, int width, int height, int colour) {
        int dim = state == DomainState.RUNNING || state == DomainState.BLOCKED ? 1 : 2;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int at = (y * WIDTH + x) * 3;
                rgb[at] = (byte) ((colour >> 16 & 255) / dim);
                rgb[at + 1] = (byte) ((colour >> 8 & 255) / dim);
                rgb[at + 2] = (byte) ((colour & 255) / dim);
            }
        }
    }
}
