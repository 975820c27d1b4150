package org.innkeeper.app.table;

import java.util.Map;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;

/** Paints the marks of operating systems from their outlines. */
public final class MarkShapes {
    /** Width and height of a mark, pixels. */
    public static final double SIZE = 18;

    private static final double BOX = 24;

    private final Function<String, String> outlines;
    private final Map<String, String> known = new java.util.HashMap<>();

    /** @param outlines from the id of an operating system, or "", to the path of its mark in a box of 24 by 24 */
    public MarkShapes(Function<String, String> outlines) {
        this.outlines = outlines;
    }

    void paint(GraphicsContext gc, String osId, double left, double top) {
        String path = known.computeIfAbsent(osId == null ? "" : osId, outlines);
        gc.save();
        gc.translate(left, top);
        gc.scale(SIZE / BOX, SIZE / BOX);
        gc.beginPath();
        gc.appendSVGPath(path);
        gc.fill();
        gc.restore();
    }
}
