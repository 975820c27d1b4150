package org.innkeeper.app;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.confirm.ConfirmDialog;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.Appearance;
import org.innkeeper.app.context.Confirmation;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.context.Navigator;
import org.innkeeper.app.main.MainWindow;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.settings.Preferences;
import org.innkeeper.app.settings.Settings;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.app.theme.DesktopLook;
import org.innkeeper.app.theme.Theme;
import org.innkeeper.core.error.ErrorInfo;

/** All windows of the program. */
final class Windows implements Navigator {
    private final Theme theme;
    private AppContext context;
    private ConfirmDialog confirm;
    private MainWindow main;

    /** @param themeOfRun the theme the command line asks for, or null */
    Windows(Settings settings, Preferences.Theme themeOfRun) {
        theme = new Theme(settings, new DesktopLook(), themeOfRun);
    }

    Appearance appearance() {
        return theme;
    }

    /** Shows the main window, and what the command line asks for. */
    void open(AppContext newContext, CommandLineOptions options) {
        context = newContext;
        confirm = new ConfirmDialog(context.texts(), new Preferences(context.settings()), theme);
        main = new MainWindow(context, new Stage());
        main.onPainted(() -> StartupTrace.mark("painted"));
        main.show();
        show(options);
    }

    /** Opens the window a command line asks for, as soon as its host and guest are known. */
    void show(CommandLineOptions options) {
        if (options.show() != null) {
            new RequestedWindow(context, options).await();
        }
    }

    @Override
    public void openGuest(GuestKey guest, GuestPage page) {}

    @Override
    public void newGuest(HostId host) {}

    @Override
    public void addHost() {}

    @Override
    public void delete(Collection<GuestKey> guests) {}

    @Override
    public void preferences() {}

    @Override
    public void hostDetails(HostId host) {}

    @Override
    public void about() {}

    @Override
    public void showProblem(ErrorInfo error) {}

    @Override
    public CompletionStage<Boolean> confirm(Confirmation question) {
        return confirm.ask(question, inFront());
    }

    /** The window the user works in. */
    private Window inFront() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(main.stage());
    }

    @Override
    public void showMain() {
        main.bringForward();
    }

    @Override
    public void quit() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        FxThread.exit();
    }
}
