package org.innkeeper.app;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.stage.Stage;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.Appearance;
import org.innkeeper.app.context.Confirmation;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.context.Navigator;
import org.innkeeper.app.main.MainWindow;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.settings.Settings;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.app.theme.DesktopLook;
import org.innkeeper.app.theme.Theme;
import org.innkeeper.core.error.ErrorInfo;

/** All windows of the program. */
final class Windows implements Navigator {
    private final Runnable close;
    private final Theme theme;
    private MainWindow main;

    Windows(Runnable close, Settings settings) {
        this.close = close;
        theme = new Theme(settings, new DesktopLook());
    }

    Appearance appearance() {
        return theme;
    }

    void open(AppContext context, CommandLineOptions options) {
        main = new MainWindow(context, new Stage());
        main.stage().setOnHidden(event -> close.run());
        main.onPainted(() -> StartupTrace.mark("painted"));
        main.show();
    }

    void show(CommandLineOptions options) {}

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
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public void showMain() {
        main.bringForward();
    }

    @Override
    public void quit() {
        close.run();
        FxThread.exit();
    }
}
