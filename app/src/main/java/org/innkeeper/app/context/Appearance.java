package org.innkeeper.app.context;

import javafx.scene.Scene;

/** How windows look: theme, light or dark, accent colour. For the FX thread. */
public interface Appearance {
    /** Gives a new scene the style sheets of the program, and keeps it up to date when the theme changes. */
    void dress(Scene scene);

    /** Shows what the preferences say by now. */
    void apply();
}
