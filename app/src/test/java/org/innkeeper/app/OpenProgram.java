package org.innkeeper.app;

import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import javafx.scene.Scene;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;

/** The program with its windows, as it is after a start. */
final class OpenProgram implements AutoCloseable {
    private final Program program;
    private final Windows windows;
    private AppContext context;

    /**
     * Opens the main window and waits for the guests of the hosts.
     *
     * @param program with its hosts; it is closed with this
     */
    OpenProgram(Program program, int guests) {
        this.program = program;
        windows = fx(() -> {
            Windows made = new Windows(program.settings(), null);
            context = program.context(made, made.appearance());
            made.open(context, CommandLineOptions.NONE);
            return made;
        });
        until("guests", () -> program.fleet().snapshot().guestCount() >= guests);
    }

    Windows windows() {
        return windows;
    }

    AppContext context() {
        return context;
    }

    /** In both looks. */
    void pictures(Scene scene, String name) throws IOException {
        Gui.picture(scene, name + "-light");
        look(true);
        Gui.picture(scene, name + "-dark");
        look(false);
    }

    private void look(boolean dark) {
        program.wantDark(dark);
        Gui.run(windows::applyTheme);
    }

    @Override
    public void close() {
        OpenWindows.closeAll();
        program.close();
    }
}
