package org.innkeeper.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.innkeeper.app.context.Appearance;
import org.innkeeper.app.settings.Preferences;
import org.innkeeper.app.settings.Section;
import org.innkeeper.app.settings.Settings;
import org.innkeeper.app.task.FxThread;

/**
 * The theme of all windows: light or dark as the user or the desktop wants it. The desktop is asked at the start and
 * whenever a window comes forward, away from the FX thread; its last answer is remembered, so that a dark desktop never
 * sees a light window first. For the FX thread.
 */
public final class Theme implements Appearance {
    private static final String STYLES = "/org/innkeeper/app/theme/innkeeper.css";
    private static final String OPAQUE = "/org/innkeeper/app/theme/opaque.css";
    private static final String DARK = "dark";
    private static final String REMEMBERED = "desktopDark";
    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SystemLook system;
    private final Section remembered;
    private final Preferences preferences;
    private final Preferences.Theme ofRun;
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private final AtomicBoolean asking = new AtomicBoolean();
    private long askedAt = System.nanoTime() - ASK_AGAIN_NANOS;
    private boolean systemDark;
    private Boolean shownDark;

    /** @param ofRun the theme of this run, or null for that of the preferences */
    public Theme(Settings settings, SystemLook system, Preferences.Theme ofRun) {
        this.system = system;
        this.ofRun = ofRun;
        this.preferences = new Preferences(settings);
        remembered = settings.section("look");
        systemDark = remembered.flag(REMEMBERED, false);
        apply();
        askSystem();
    }

    /** Whether dark is shown now. */
    public boolean dark() {
        return Boolean.TRUE.equals(shownDark);
    }

    @Override
    public void dress(Scene scene) {
        if (!scene.getStylesheets().contains(STYLES)) {
            scene.getStylesheets().add(0, STYLES);
            if (!FxThread.seesThroughWindows()) {
                scene.getStylesheets().add(1, OPAQUE);
            }
        }
        scenes.add(scene);
        mark(scene);
        scene.rootProperty().addListener(changed -> mark(scene));
        Window window = scene.getWindow();
        if (window != null) {
            watch(window);
        } else {
            scene.windowProperty().addListener((property, before, now) -> {
                if (now != null) {
                    watch(now);
                }
            });
        }
    }

    @Override
    public void apply() {
        boolean dark =
                switch (ofRun == null ? preferences.theme() : ofRun) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> systemDark;
                };
        if (shownDark == null || shownDark != dark) {
            shownDark = dark;
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            scenes.forEach(this::mark);
        }
    }

    private void mark(Scene scene) {
        var classes = scene.getRoot().getStyleClass();
        classes.remove(DARK);
        if (dark()) {
            classes.add(DARK);
        }
    }

    private void watch(Window window) {
        window.focusedProperty().addListener((property, before, focused) -> {
            if (focused) {
                askSystem();
            }
        });
    }

    private void askSystem() {
        if (System.nanoTime() - askedAt < ASK_AGAIN_NANOS || !asking.compareAndSet(false, true)) {
            return;
        }
        askedAt = System.nanoTime();
        Thread thread = new Thread(
                () -> {
                    Optional<Boolean> answer = system.dark();
                    asking.set(false);
                    answer.ifPresent(dark -> FxThread.run(() -> systemSays(dark)));
                },
                "desktop-look");
        thread.setDaemon(true);
        thread.start();
    }

    private void systemSays(boolean dark) {
        if (systemDark != dark) {
            systemDark = dark;
            remembered.put(REMEMBERED, dark);
            apply();
        }
    }
}
