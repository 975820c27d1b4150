package org.innkeeper.app.action;

import java.util.List;
import org.innkeeper.app.session.Availability;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;

/**
 * Says of each action whether it can work, and why not: from the rights of the connection, from what hosts say they have,
 * and from what guests do now.
 */
final class ActionRules {
    private ActionRules() {}

    /**
     * Whether it can work for at least one of what is selected.
     *
     * @param hosts all hosts there are
     */
    static Availability of(AppAction action, Selection selection, List<HostSnapshot> hosts) {
        return switch (action.target()) {
            case PROGRAM -> action == AppAction.NEW_GUEST ? newGuest(hosts) : Availability.POSSIBLE;
            case WINDOW -> Availability.off("reason.otherWindow");
            case GUEST -> ofGuests(action, selection);
            case HOST ->
                selection.host() == null ? Availability.off("reason.noHost") : ofHost(action, selection.host());
        };
    }

    /** Whether it can work for that guest. */
    private static Availability ofGuest(AppAction action, HostSnapshot host, GuestSnapshot guest) {
        if (action == AppAction.DELETE) {
            return host.keepsDefinitions()
                    .and(() -> Availability.unless(guest.isHost(), "reason.itself.DELETE", guest.name()));
        }
        return action.guestAction() == null
                ? Availability.POSSIBLE
                : action.guestAction().availability(host, guest);
    }

    /** Whether it can work for that guest; quick where it cannot because of what the guest does. */
    static boolean possible(AppAction action, HostSnapshot host, GuestSnapshot guest) {
        return (action.guestAction() == null || action.guestAction().fits(guest))
                && ofGuest(action, host, guest).possible();
    }

    private static Availability ofGuests(AppAction action, Selection selection) {
        List<GuestSnapshot> guests = selection.guests();
        if (guests.isEmpty()) {
            return Availability.off("reason.noGuest");
        }
        if (guests.stream().anyMatch(guest -> possible(action, selection.hostOf(guest), guest))) {
            return Availability.POSSIBLE;
        }
        GuestSnapshot first = guests.get(0);
        Availability ofFirst = ofGuest(action, selection.hostOf(first), first);
        return guests.size() == 1
                ? ofFirst
                : Availability.off(
                        "reason.noneOf", guests.size(), ofFirst.reason().orElseThrow());
    }

    /** Without any host, and where none is connected yet, the dialog says what to do first. */
    private static Availability newGuest(List<HostSnapshot> hosts) {
        if (hosts.isEmpty() || hosts.stream().anyMatch(ActionRules::mayGetGuests)) {
            return Availability.POSSIBLE;
        }
        return hosts.size() == 1 ? hosts.get(0).keepsDefinitions() : Availability.off("reason.noHostForGuests");
    }

    private static boolean mayGetGuests(HostSnapshot host) {
        return !host.readOnly() && (!host.connected() || host.keepsDefinitions().possible());
    }

    private static Availability ofHost(AppAction action, HostSnapshot host) {
        return switch (action) {
            case CONNECT ->
                Availability.unless(
                        host.connected() || host.state() == ConnectionState.CONNECTING,
                        "reason.connection." + host.state(),
                        host.label());
            case DISCONNECT ->
                Availability.unless(host.state() == ConnectionState.DISCONNECTED, "reason.away", host.label());
            case CHECK_HOST -> Availability.unless(!host.away(), "reason.nothingToCheck", host.label());
            default -> Availability.POSSIBLE;
        };
    }
}
