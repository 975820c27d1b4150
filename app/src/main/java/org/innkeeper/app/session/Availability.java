package org.innkeeper.app.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.innkeeper.app.i18n.Message;

/**
 * Whether something can be done now.
 *
 * @param reason why it cannot, as a sentence; empty where it can
 */
public record Availability(Optional<Message> reason) {
    /** It can be done. */
    public static final Availability POSSIBLE = new Availability(Optional.empty());

    /** It cannot be done, for that reason. */
    public static Availability off(String key, Object... arguments) {
        return new Availability(Optional.of(new Message(key, arguments)));
    }

    /** It can be done, unless there is that obstacle. */
    public static Availability unless(boolean obstacle, String key, Object... arguments) {
        return obstacle ? off(key, arguments) : POSSIBLE;
    }

    /** Both are needed; the first reason counts. */
    public Availability and(Supplier<Availability> other) {
        return possible() ? other.get() : this;
    }

    public boolean possible() {
        return reason.isEmpty();
    }
}
