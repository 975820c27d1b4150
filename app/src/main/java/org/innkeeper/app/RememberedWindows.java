package org.innkeeper.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.settings.Section;

/** The windows of guests that were open when the program ended come back as their guests appear. For the FX thread. */
final class RememberedWindows {
    private static final String GUESTS = "guests";

    private final AppContext context;
    private final Section section;
    private final Set<GuestKey> awaited = new LinkedHashSet<>();
    private final ChangeListener<FleetSnapshot> listener = (property, before, now) -> open(now);

    RememberedWindows(AppContext context) {
        this.context = context;
        section = context.settings().section("windows");
    }

    void restore() {
        for (String text : section.texts(GUESTS)) {
            GuestKey key = parse(text);
            if (key != null) {
                awaited.add(key);
            }
        }
        if (!awaited.isEmpty()) {
            context.model().snapshotProperty().addListener(listener);
            open(context.model().snapshot());
        }
    }

    private void open(FleetSnapshot fleet) {
        List<GuestKey> here = new ArrayList<>(awaited);
        here.removeIf(key -> fleet.guest(key).isEmpty());
        awaited.removeAll(here);
        if (awaited.isEmpty()) {
            context.model().snapshotProperty().removeListener(listener);
        }
        here.forEach(key -> context.navigator().openGuest(key, GuestPage.OVERVIEW));
    }

    /** These are open now; those that wait for their guest stay remembered. */
    void remember(Collection<GuestKey> open) {
        Set<GuestKey> all = new LinkedHashSet<>(open);
        all.addAll(awaited);
        section.put(
                GUESTS, all.stream().map(key -> key.host() + " " + key.uuid()).toList());
    }

    /** The key, or null for a text that is not one of ours. */
    private static GuestKey parse(String text) {
        int space = text.lastIndexOf(' ');
        try {
            return space < 0
                    ? null
                    : new GuestKey(new HostId(text.substring(0, space)), UUID.fromString(text.substring(space + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
