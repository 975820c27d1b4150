package org.innkeeper.app.guest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.innkeeper.app.form.Change;
import org.innkeeper.app.form.GuestForm;
import org.innkeeper.app.form.page.BootPage;
import org.innkeeper.app.form.page.OverviewPage;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.task.FxThread;

/**
 * Applies a form: reads the definition as the host has it at this moment, with its secrets, puts the changes into it,
 * stores it; then what is kept beside the definition. Ends at the first step that fails. Started on the FX thread.
 */
final class ApplyWorkflow {
    private final HostSession session;
    private final GuestKey guest;
    private final GuestForm form;

    ApplyWorkflow(HostSession session, GuestKey guest, GuestForm form) {
        this.session = session;
        this.guest = guest;
        this.form = form;
    }

    CompletionStage<Void> run() {
        CompletionStage<Void> done = form.changesDefinition() ? definition() : CompletableFuture.completedFuture(null);
        for (Change change : form.changes()) {
            if (change.field() == OverviewPage.NAME) {
                String name = (String) change.after();
                done = done.thenCompose(nothing -> session.rename(guest, name));
            } else if (change.field() == BootPage.AUTOSTART) {
                boolean autostart = (Boolean) change.after();
                done = done.thenCompose(nothing -> session.setAutostart(guest, autostart));
            }
        }
        return done;
    }

    private CompletionStage<Void> definition() {
        return session.xml(guest, DefinitionView.STORED_WITH_SECRETS)
                .thenComposeAsync(
                        today -> session.replaceDefinition(guest, today, form.mergedInto(today)), FxThread.executor());
    }
}
