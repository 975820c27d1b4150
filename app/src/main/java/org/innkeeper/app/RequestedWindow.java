package org.innkeeper.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;

/** A window that the command line asks for, opened as soon as the host is connected. For the FX thread. */
final class RequestedWindow {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AppContext context;
    private final CommandLineOptions options;
    private final ChangeListener<FleetSnapshot> listener = (property, before, now) -> tryOpen(now);
    private final PauseTransition limit = new PauseTransition(javafx.util.Duration.millis(PATIENCE.toMillis()));

    RequestedWindow(AppContext context, CommandLineOptions options) {
        this.context = context;
        this.options = options;
        limit.setOnFinished(event -> give(Optional.empty()));
    }

    void await() {
        context.model().snapshotProperty().addListener(listener);
        limit.play();
        tryOpen(context.model().snapshot());
    }

    private void tryOpen(FleetSnapshot fleet) {
        List<HostSnapshot> hosts = fleet.hosts().stream()
                .filter(host -> options.connect().isEmpty() || options.connect().contains(host.uri()))
                .toList();
        boolean known = !hosts.isEmpty() && hosts.stream().allMatch(host -> host.connected() || host.problem() != null);
        Runnable window = options.guest() == null ? ofHost(hosts) : ofGuest(hosts);
        if (window != null || known) {
            give(Optional.ofNullable(window));
        }
    }

    private void give(Optional<Runnable> window) {
        limit.stop();
        context.model().snapshotProperty().removeListener(listener);
        window.orElse(() -> context.navigator().showProblem(notFound())).run();
    }

    private Runnable ofHost(List<HostSnapshot> hosts) {
        return hosts.stream()
                .filter(HostSnapshot::connected)
                .findFirst()
                .<Runnable>map(host -> switch (options.show()) {
                    case CREATOR -> () -> context.navigator().newGuest(host.id());
                    default -> () -> context.navigator().hostDetails(host.id());
                })
                .orElse(null);
    }

    private Runnable ofGuest(List<HostSnapshot> hosts) {
        return hosts.stream()
                .flatMap(host -> host.guests().stream())
                .filter(this::isAsked)
                .findFirst()
                .<Runnable>map(guest -> () -> context.navigator().openGuest(guest.key(), page()))
                .orElse(null);
    }

    /** By name, run-time id or UUID, as virt-manager takes them. */
    private boolean isAsked(GuestSnapshot guest) {
        String asked = options.guest();
        return guest.name().equals(asked)
                || guest.key().uuid().toString().equalsIgnoreCase(asked)
                || (guest.domain().active()
                        && Integer.toString(guest.domain().id()).equals(asked));
    }

    private GuestPage page() {
        return switch (options.show()) {
            case PERFORMANCE -> GuestPage.PERFORMANCE;
            case CONSOLE -> GuestPage.CONSOLE;
            default -> GuestPage.DETAILS;
        };
    }

    private ErrorInfo notFound() {
        if (options.guest() == null) {
            return ErrorInfo.of(ErrorCode.NO_CONNECT, ErrorOrigin.NONE, "no host is connected to show it for")
                    .withRemedy("Connect a host, or name one with --connect.");
        }
        return ErrorInfo.of(ErrorCode.NO_DOMAIN, ErrorOrigin.NONE, "there is no guest " + options.guest())
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, options.guest()))
                .withRemedy("The command line takes a name, a run-time id or a UUID.");
    }
}
