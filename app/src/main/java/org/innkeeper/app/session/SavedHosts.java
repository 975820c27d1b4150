package org.innkeeper.app.session;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Hosts that another program of this user has saved. */
@FunctionalInterface
public interface SavedHosts {
    /** Their URIs in that program's order; none where it is not installed. Returns at once; never fails. */
    CompletionStage<List<String>> uris();
}
