package org.innkeeper.app.control;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.innkeeper.app.settings.WindowState;
import org.innkeeper.app.settings.WindowStates;
import org.innkeeper.app.task.FxThread;

/** Brings a window back to where it was, and remembers where it is when it is hidden. For the FX thread. */
public final class WindowPlace {
    /** At least so much of a window must be on a screen, pixels. */
    private static final double GRASP = 80;

    private final Stage stage;
    private final WindowStates states;
    private final String name;
    private WindowState normal;

    private WindowPlace(Stage stage, WindowStates states, String name, double width, double height) {
        this.stage = stage;
        this.states = states;
        this.name = name;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        normal = states.find(name)
                .filter(WindowPlace::visible)
                .orElse(new WindowState(
                        Double.NaN,
                        Double.NaN,
                        Math.min(width, screen.getWidth()),
                        Math.min(height, screen.getHeight()),
                        false));
    }

    /**
     * Places a window that is not shown yet.
     *
     * @param name under which its place is kept
     * @param width of the outside at first
     * @param height of the outside at first
     */
    public static void keep(Stage stage, WindowStates states, String name, double width, double height) {
        new WindowPlace(stage, states, name, width, height).install();
    }

    private void install() {
        WindowState wanted = normal;
        apply(wanted);
        // Some window managers shrink a new window to its smallest size; ask again once it is there.
        stage.addEventHandler(
                WindowEvent.WINDOW_SHOWN,
                event -> FxThread.later(() -> {
                    if (!wanted.maximized()) {
                        stage.setWidth(wanted.width());
                        stage.setHeight(wanted.height());
                    }
                    watch();
                }));
        stage.setOnHidden(event -> states.save(
                name, new WindowState(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized())));
    }

    private void apply(WindowState state) {
        if (!Double.isNaN(state.x())) {
            stage.setX(state.x());
            stage.setY(state.y());
        }
        stage.setWidth(state.width());
        stage.setHeight(state.height());
        stage.setMaximized(state.maximized());
    }

    private void watch() {
        stage.xProperty().addListener(change -> remember());
        stage.yProperty().addListener(change -> remember());
        stage.widthProperty().addListener(change -> remember());
        stage.heightProperty().addListener(change -> remember());
        remember();
    }

    private void remember() {
        if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing() && stage.getWidth() > 0) {
            normal = new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    private static boolean visible(WindowState state) {
        return state.width() > GRASP
                && state.height() > GRASP
                && !Screen.getScreensForRectangle(
                                state.x() + GRASP / 2, state.y(), Math.max(1, state.width() - GRASP), GRASP)
                        .isEmpty();
    }
}
