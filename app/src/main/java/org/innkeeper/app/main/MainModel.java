package org.innkeeper.app.main;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.table.ColumnLayout;
import org.innkeeper.app.table.GuestListModel;
import org.innkeeper.app.table.GuestRows;

/** What the main window shows: the scope, the rows in it and what is selected. For the FX thread. */
final class MainModel implements AutoCloseable {
    private final AppContext context;
    private final GuestListModel list;
    private final Fleet.Subscription subscription;
    private final ReadOnlyObjectWrapper<GuestRows> rows = new ReadOnlyObjectWrapper<>(this, "rows", GuestRows.EMPTY);
    private final ReadOnlyObjectWrapper<HostId> scope = new ReadOnlyObjectWrapper<>(this, "scope");
    private final ReadOnlyObjectWrapper<Selection> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", Selection.NOTHING);

    MainModel(AppContext context) {
        this.context = context;
        list = new GuestListModel(rows::set);
        subscription = context.fleet().listen(list::setFleet);
        list.setFleet(context.fleet().snapshot());
    }

    ReadOnlyObjectProperty<GuestRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    GuestRows rows() {
        return rows.get();
    }

    /** The host whose guests are shown, or null for all. */
    ReadOnlyObjectProperty<HostId> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    HostId scope() {
        return scope.get();
    }

    void setScope(HostId host) {
        scope.set(host);
        list.setQuery(list.query().withScope(host));
    }

    /** Shows only guests that match these words. */
    void setFilter(String words) {
        list.setQuery(list.query().withText(words));
    }

    String filter() {
        return list.query().text();
    }

    void setOrder(ColumnLayout layout) {
        list.setQuery(list.query().withSort(layout.sort(), layout.ascending()));
    }

    /** While the mouse is over the rows, live columns do not re-order. */
    void setHeld(boolean held) {
        list.setHeld(held);
    }

    /** What actions act on. */
    ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    Selection selection() {
        return selection.get();
    }

    /** Takes over what the table has selected. */
    void select(List<GuestSnapshot> guests) {
        Map<HostId, HostSnapshot> hosts = new HashMap<>();
        HostSnapshot host = scope() == null ? null : rows().hosts().get(scope());
        if (host != null) {
            hosts.put(host.id(), host);
        }
        HostId last = null;
        for (GuestSnapshot guest : guests) {
            if (guest.key().host() != last) {
                last = guest.key().host();
                hosts.putIfAbsent(last, rows().host(guest.key()));
            }
        }
        selection.set(new Selection(host, guests, hosts));
    }

    /** Reads samples for sparklines. */
    int readSamples(GuestKey guest, Metric metric, float[] into) {
        return context.fleet()
                .host(guest.host())
                .map(session -> session.samples().read(guest, metric, into))
                .orElse(0);
    }

    /** Lets the hosts read the definitions of guests that can be seen. */
    void wantDetails(Collection<GuestKey> visible) {
        for (HostSession session : context.fleet().hosts()) {
            List<GuestKey> own = new ArrayList<>();
            for (GuestKey key : visible) {
                if (key.host().equals(session.id())) {
                    own.add(key);
                }
            }
            session.wantDetails(own);
        }
    }

    @Override
    public void close() {
        subscription.close();
        list.close();
    }
}
