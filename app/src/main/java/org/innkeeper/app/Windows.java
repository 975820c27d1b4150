package org.innkeeper.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.innkeeper.app.about.AboutDialog;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.confirm.ConfirmDialog;
import org.innkeeper.app.connect.AddConnectionDialog;
import org.innkeeper.app.connect.check.CheckDialog;
import org.innkeeper.app.connect.found.HostSources;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.Appearance;
import org.innkeeper.app.context.Confirmation;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.context.Navigator;
import org.innkeeper.app.delete.DeleteDialog;
import org.innkeeper.app.discovery.MulticastHosts;
import org.innkeeper.app.discovery.VirtManagerConnections;
import org.innkeeper.app.guest.GuestWindow;
import org.innkeeper.app.host.HostWindow;
import org.innkeeper.app.main.MainWindow;
import org.innkeeper.app.newguest.NewGuestDialog;
import org.innkeeper.app.preferences.PreferencesDialog;
import org.innkeeper.app.problem.ProblemDialog;
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
    private final Map<GuestKey, GuestWindow> guests = new HashMap<>();
    private final Map<HostId, HostWindow> hosts = new HashMap<>();
    private AppContext context;
    private ConfirmDialog confirm;
    private MainWindow main;
    private RememberedWindows remembered;
    private boolean quitting;

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
        remembered = new RememberedWindows(context);
        remembered.restore();
        show(options);
    }

    /** Opens the window a command line asks for, as soon as its host and guest are known. */
    void show(CommandLineOptions options) {
        if (options.show() != null) {
            new RequestedWindow(context, options).await();
        }
    }

    @Override
    public void openGuest(GuestKey guest, GuestPage page) {
        context.fleet().host(guest.host()).ifPresent(session -> {
            GuestWindow window = guests.computeIfAbsent(guest, key -> {
                GuestWindow made = new GuestWindow(context, session, key);
                made.stage().showingProperty().addListener((property, before, showing) -> {
                    if (!showing) {
                        guests.remove(key);
                        remember();
                    }
                });
                return made;
            });
            window.open(page);
            window.show();
            remember();
        });
    }

    /** What closes because the program ends comes back with it. */
    private void remember() {
        if (!quitting) {
            remembered.remember(guests.keySet());
        }
    }

    /** The window of a guest, or null where it is not open. */
    GuestWindow guestWindow(GuestKey guest) {
        return guests.get(guest);
    }

    /** Shows the theme the preferences ask for by now. */
    void applyTheme() {
        theme.apply();
    }

    @Override
    public void newGuest(HostId host) {
        new NewGuestDialog(context, host, guest -> main.select(List.of(guest))).show();
    }

    @Override
    public void addHost() {
        new AddConnectionDialog(context, new HostSources(new MulticastHosts(), new VirtManagerConnections())).show();
    }

    @Override
    public void delete(Collection<GuestKey> going) {
        new DeleteDialog(context, going).show();
    }

    @Override
    public void preferences() {
        new PreferencesDialog(context, this::applyTheme).show();
    }

    @Override
    public void hostDetails(HostId host) {
        context.fleet().host(host).ifPresent(session -> hosts.computeIfAbsent(host, key -> {
                    HostWindow made = new HostWindow(context, session);
                    made.stage().showingProperty().addListener((property, before, showing) -> {
                        if (!showing) {
                            hosts.remove(key);
                        }
                    });
                    return made;
                })
                .show());
    }

    @Override
    public void checkHost(HostId host) {
        context.fleet().host(host).ifPresent(session -> new CheckDialog(context, session).show());
    }

    @Override
    public void about() {
        new AboutDialog(context, Version.current()).show();
    }

    @Override
    public void showProblem(ErrorInfo error) {
        new ProblemDialog(context, error).show();
    }

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
        quitting = true;
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        FxThread.exit();
    }
}
