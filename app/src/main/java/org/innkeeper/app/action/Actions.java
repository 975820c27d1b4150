package org.innkeeper.app.action;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.Confirmation;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.context.Navigator;
import org.innkeeper.app.session.Availability;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.GuestAction;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.error.ErrorInfo;

/**
 * Says of each action whether it can work for a selection, and does it. One per window: what a window does itself it
 * registers here. For the FX thread.
 */
public final class Actions {
    private final AppContext context;
    private final Map<AppAction, Consumer<Selection>> ofWindow = new EnumMap<>(AppAction.class);

    public Actions(AppContext context) {
        this.context = context;
    }

    /** Says how the window itself does an action. */
    public void register(AppAction action, Consumer<Selection> handler) {
        ofWindow.put(action, handler);
    }

    /** Whether it can work for at least one of what is selected, and why not. */
    public Availability availability(AppAction action, Selection selection) {
        return ofWindow.containsKey(action)
                ? Availability.POSSIBLE
                : ActionRules.of(action, selection, context.fleet().snapshot().hosts());
    }

    /** Whether it can work for at least one of what is selected. */
    public boolean enabled(AppAction action, Selection selection) {
        return availability(action, selection).possible();
    }

    /** Those it can work for. */
    private static List<GuestSnapshot> able(AppAction action, Selection selection) {
        return selection.guests().stream()
                .filter(guest -> ActionRules.possible(action, selection.hostOf(guest), guest))
                .toList();
    }

    /** Does it for all of the selection that it can work for; asks first where it is dangerous. */
    public void run(AppAction action, Selection selection) {
        Consumer<Selection> handler = ofWindow.get(action);
        if (handler != null) {
            handler.accept(selection);
        } else if (!enabled(action, selection)) {
            return;
        } else if (action.guestAction() != null) {
            perform(action, selection);
        } else {
            runOther(action, selection);
        }
    }

    private void runOther(AppAction action, Selection selection) {
        Navigator navigator = context.navigator();
        HostId host = selection.host() == null ? null : selection.host().id();
        switch (action) {
            case NEW_GUEST -> navigator.newGuest(host);
            case ADD_HOST -> navigator.addHost();
            case OPEN -> open(selection, GuestPage.OVERVIEW);
            case OPEN_DETAILS -> open(selection, GuestPage.DETAILS);
            case OPEN_PERFORMANCE -> open(selection, GuestPage.PERFORMANCE);
            case DELETE ->
                navigator.delete(
                        able(action, selection).stream().map(GuestSnapshot::key).toList());
            case CONNECT -> report(session(host).connect());
            case DISCONNECT -> report(session(host).disconnect());
            case CHECK_HOST -> navigator.checkHost(host);
            case HOST_DETAILS -> navigator.hostDetails(host);
            case REMOVE_HOST -> removeHost(selection.host());
            case PREFERENCES -> navigator.preferences();
            case ABOUT -> navigator.about();
            case QUIT -> navigator.quit();
            default -> throw new IllegalArgumentException(action + " is done by its window");
        }
    }

    private void open(Selection selection, GuestPage page) {
        selection.guests().forEach(guest -> context.navigator().openGuest(guest.key(), page));
    }

    private void perform(AppAction action, Selection selection) {
        GuestAction guestAction = action.guestAction();
        List<GuestSnapshot> able = able(action, selection);
        if (!action.dangerous()) {
            able.forEach(guest -> perform(guestAction, guest.key()));
            return;
        }
        context.navigator().confirm(question(action, able)).thenAccept(yes -> {
            if (yes) {
                able.forEach(guest -> perform(guestAction, guest.key()));
            }
        });
    }

    private void perform(GuestAction action, GuestKey guest) {
        report(session(guest.host()).perform(action, guest));
    }

    private Confirmation question(AppAction action, List<GuestSnapshot> guests) {
        String key = "confirm." + action.name();
        String what =
                guests.size() == 1 ? guests.get(0).name() : context.texts().count("confirm.guests", guests.size());
        List<String> losses = new ArrayList<>();
        losses.add(context.text(key + ".loss"));
        if (guests.size() > 1) {
            losses.add(guests.stream().map(GuestSnapshot::name).collect(Collectors.joining(", ")));
        }
        guests.stream()
                .filter(guest -> !guest.persistent())
                .forEach(guest -> losses.add(context.text("confirm.transient", guest.name())));
        return new Confirmation(
                context.text(action.textKey()),
                context.text(key + ".question", what),
                losses,
                context.text(action.textKey()),
                action.name());
    }

    private void removeHost(HostSnapshot host) {
        Confirmation question = new Confirmation(
                context.text("confirm.REMOVE_HOST.title"),
                context.text("confirm.REMOVE_HOST.question", host.label()),
                List.of(context.text("confirm.REMOVE_HOST.loss")),
                context.text("confirm.REMOVE_HOST.title"),
                AppAction.REMOVE_HOST.name());
        context.navigator().confirm(question).thenAccept(yes -> {
            if (yes) {
                context.fleet().remove(host.id());
            }
        });
    }

    private HostSession session(HostId host) {
        return context.fleet().host(host).orElseThrow();
    }

    private void report(CompletionStage<Void> result) {
        result.whenCompleteAsync(
                (nothing, failure) -> {
                    if (failure != null) {
                        ErrorInfo error = Failures.info(failure);
                        context.problems().add(error);
                        context.navigator().showProblem(error);
                    }
                },
                FxThread.executor());
    }
}
