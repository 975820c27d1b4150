package org.innkeeper.app.context;

import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.core.error.ErrorInfo;

/** The way to other windows and dialogs, so that none knows another. For the FX thread. */
public interface Navigator {
    /** Opens the guest's window at that page, or brings it forward. */
    void openGuest(GuestKey guest, GuestPage page);

    /** @param host the host to offer first, or null */
    void newGuest(HostId host);

    void addHost();

    void delete(Collection<GuestKey> guests);

    void preferences();

    void hostDetails(HostId host);

    /** Finds out why a host cannot be connected to. */
    void checkHost(HostId host);

    void about();

    /** Tells about an error that the user's own action met. */
    void showProblem(ErrorInfo error);

    /** Asks before something dangerous; true at once where the user does not want to be asked. */
    CompletionStage<Boolean> confirm(Confirmation question);

    /** Brings the main window forward. */
    void showMain();

    /** Closes all windows and ends the program; guests go on. */
    void quit();
}
