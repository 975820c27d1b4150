package org.innkeeper.app.main;

import javafx.scene.Scene;

/** Tells when what is in a scene now has been painted: at the second frame from now, which waits for the first. */
final class PaintedOnce {
    private final Scene scene;
    private final Runnable listener;
    private final Runnable pulse = this::pulse;
    private int frames;

    PaintedOnce(Scene scene, Runnable listener) {
        this.scene = scene;
        this.listener = listener;
    }

    void watch() {
        scene.addPostLayoutPulseListener(pulse);
        scene.getRoot().requestLayout();
    }

    private void pulse() {
        frames++;
        if (frames < 2) {
            // A frame only comes when something asks for it.
            scene.getRoot().requestLayout();
        } else {
            scene.removePostLayoutPulseListener(pulse);
            listener.run();
        }
    }
}
