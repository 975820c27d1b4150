package org.innkeeper.app.settings;

import java.util.Optional;
import java.util.OptionalDouble;

/** Where windows were, by a name for each kind of window. */
public final class WindowStates {
    private final Settings settings;

    public WindowStates(Settings settings) {
        this.settings = settings;
    }

    public Optional<WindowState> find(String window) {
        Section section = section(window);
        OptionalDouble x = section.number("x");
        OptionalDouble y = section.number("y");
        OptionalDouble width = section.number("width");
        OptionalDouble height = section.number("height");
        if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WindowState(
                x.getAsDouble(),
                y.getAsDouble(),
                width.getAsDouble(),
                height.getAsDouble(),
                section.flag("maximized", false)));
    }

    public void save(String window, WindowState state) {
        Section section = section(window);
        section.put("x", state.x());
        section.put("y", state.y());
        section.put("width", state.width());
        section.put("height", state.height());
        section.put("maximized", state.maximized());
    }

    private Section section(String window) {
        return settings.section("window." + window);
    }
}
