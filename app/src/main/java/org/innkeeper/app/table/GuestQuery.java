package org.innkeeper.app.table;

import org.innkeeper.app.session.HostId;

/**
 * Which guests are wanted and in which order.
 *
 * @param scope the host, or null for all of them
 * @param text what name, title or host must contain; empty for everything
 * @param sort the column to sort by
 * @param ascending the direction
 */
public record GuestQuery(HostId scope, String text, GuestColumn sort, boolean ascending) {
    /** Everything by name. */
    public static final GuestQuery ALL = new GuestQuery(null, "", GuestColumn.NAME, true);

    public GuestQuery withScope(HostId host) {
        return new GuestQuery(host, text, sort, ascending);
    }

    public GuestQuery withText(String newText) {
        return new GuestQuery(scope, newText.strip(), sort, ascending);
    }

    public GuestQuery withSort(GuestColumn column, boolean up) {
        return new GuestQuery(scope, text, column, up);
    }

    boolean selectsAs(GuestQuery other) {
        return java.util.Objects.equals(scope, other.scope) && text.equals(other.text);
    }
}
