package org.innkeeper.app.theme;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The tokens of the style sheet as colours for what is painted on a canvas. A node without a size: put it into the
 * scene, and ask it when painting. {@link #onChange} tells when the theme has changed.
 */
public final class Palette extends Region {
    private static final StyleablePropertyFactory<Palette> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** The colours there are; in CSS {@code -ik-paint-} and the name in lower case. */
    public enum Token {
        TEXT,
        TEXT_QUIET,
        TEXT_ON_ACCENT,
        ROW_HOVER,
        ROW_SELECTED,
        ROW_SELECTED_IDLE,
        LINE,
        FOCUS,
        RUNNING,
        PAUSED,
        PROBLEM,
        PROBLEM_TINT,
        OFF,
        SLEEPING,
        CPU,
        HOST_CPU,
        MEMORY,
        DISK,
        NETWORK;

        private String property() {
            return "-ik-paint-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<CssMetaData<Palette, Color>> COLOURS = java.util.Arrays.stream(Token.values())
            .map(token -> FACTORY.createColorCssMetaData(
                    token.property(), palette -> palette.properties.get(token.ordinal()), Color.GRAY, false))
            .toList();

    private final List<StyleableProperty<Color>> properties;
    private Runnable changed = () -> {};

    public Palette() {
        getStyleClass().add("palette");
        setManaged(false);
        setMouseTransparent(true);
        properties = COLOURS.stream().map(this::property).toList();
    }

    private StyleableProperty<Color> property(CssMetaData<Palette, Color> colour) {
        return new javafx.css.SimpleStyleableObjectProperty<>(colour, this, colour.getProperty(), Color.GRAY) {
            @Override
            protected void invalidated() {
                get();
                changed.run();
            }
        };
    }

    public Color get(Token token) {
        return properties.get(token.ordinal()).getValue();
    }

    /** The colour with another opacity, 0 to 1. */
    public Paint soft(Token token, double opacity) {
        return get(token).deriveColor(0, 1, 1, opacity);
    }

    /** Called for each colour that changes. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
