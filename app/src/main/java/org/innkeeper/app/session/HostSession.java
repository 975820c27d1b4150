package org.innkeeper.app.session;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.CheckStep;

/**
 * One host: what is known of it, and what can be asked of it. Operations return at once; their stages complete on a
 * thread of the session and fail with {@link org.innkeeper.core.error.InnkeeperException}. Safe for any thread.
 */
public interface HostSession {
    HostId id();

    HostDefinition definition();

    HostSnapshot snapshot();

    SampleReader samples();

    /** Opens the connection unless it is open; a lost one is tried at once. */
    CompletionStage<Void> connect();

    /**
     * Takes another definition of the same host. Where it is reached in another way, or with other rights, an open or
     * wanted connection is opened anew.
     */
    CompletionStage<Void> redefine(HostDefinition changed);

    /**
     * As {@link Fleet#check}, with the driver that serves this host. Programs and keys that came from outside are asked
     * about first.
     */
    HostCheck check(Consumer<CheckStep> step);

    /** Closes the connection and keeps it closed; guests go on. */
    CompletionStage<Void> disconnect();

    /**
     * Says which guests somebody looks at: their definitions are read when they are not known, a few at a time, and
     * appear as {@link GuestSnapshot#details()}. Replaces what was said before.
     */
    void wantDetails(Collection<GuestKey> visible);

    /** Keeps long series and series of each device of the guest, until the returned handle is closed. */
    Pin pin(GuestKey guest);

    /** Ends the long series of a guest when it was the last one. */
    interface Pin extends AutoCloseable {
        @Override
        void close();
    }

    /** Does it; completes when the host has accepted it, not when a guest has followed. */
    CompletionStage<Void> perform(GuestAction action, GuestKey guest);

    /** Reads a definition, always from the host. */
    CompletionStage<String> xml(GuestKey guest, DefinitionView view);

    /** What the definition tells; from memory where it is known and nothing happened since. */
    CompletionStage<GuestDetails> details(GuestKey guest);

    /**
     * Stores a definition in the place of the one an edit started from. Refused when the host's definition is another one
     * by now.
     *
     * @param base what {@link DefinitionView#STORED_WITH_SECRETS} gave
     */
    CompletionStage<Void> replaceDefinition(GuestKey guest, String base, String edited);

    /** Makes volumes, defines and starts; a job. When a step fails, what was made is removed again. */
    CompletionStage<GuestKey> create(NewGuest guest);

    /** Forces off, undefines, and deletes the storage that was named; a job. */
    CompletionStage<Void> delete(DeleteRequest request);

    CompletionStage<Void> setAutostart(GuestKey guest, boolean autostart);

    CompletionStage<Void> rename(GuestKey guest, String newName);

    CompletionStage<HostDetails> hostDetails();

    /** What a guest of that kind can have: the domain capabilities document. A null argument means the default. */
    CompletionStage<String> domainCapabilities(String emulator, String arch, String machine, String type);

    CompletionStage<List<PoolSummary>> pools();

    /** The names of the active virtual networks; none where the host has no such thing. */
    CompletionStage<List<String>> networks();

    /** A picture of the guest's screen. */
    CompletionStage<Screenshot> screenshot(GuestKey guest);

    /** The addresses the host knows of. */
    CompletionStage<List<InterfaceAddress>> addresses(GuestKey guest);
}
