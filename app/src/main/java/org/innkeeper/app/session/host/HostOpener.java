package org.innkeeper.app.session.host;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.OpenOptions;

/** Opens and checks hosts through the API; opens always with the driver that served a host before. */
final class HostOpener {
    private static final System.Logger LOG = System.getLogger(HostOpener.class.getName());

    private final Supplier<Innkeeper> innkeeper;
    private final HostQuestions questions;

    HostOpener(Supplier<Innkeeper> innkeeper, HostQuestions questions) {
        this.innkeeper = new Once<>(() -> quiet(innkeeper.get()));
        this.questions = questions;
    }

    /** Each error is thrown as well, and whoever asked shows it. */
    private static Innkeeper quiet(Innkeeper loud) {
        loud.setErrorHandler((error, source) -> LOG.log(System.Logger.Level.DEBUG, error.message()));
        return loud;
    }

    Innkeeper innkeeper() {
        return innkeeper.get();
    }

    Connection open(HostDefinition host, CallContext call) {
        OpenOptions options = options(host.readOnly());
        HostQuestions asked = new CancellableQuestions(questions, call);
        return host.providerId() == null
                ? innkeeper().open(host.uri(), options, asked, call)
                : innkeeper().openWith(host.providerId(), host.uri(), options, asked, call);
    }

    /** Asks about the programs and keys that came from outside; false where the user does not want them used. */
    boolean allows(HostDefinition host, CallContext call) {
        List<ForeignPrograms.Item> items = host.toConfirm();
        return items.isEmpty() || new CancellableQuestions(questions, call).allow(host.label(), host.uri(), items);
    }

    void check(HostDefinition host, CallContext call, Consumer<CheckStep> step) {
        OpenOptions options = options(host.readOnly());
        HostQuestions asked = new CancellableQuestions(questions, call);
        if (host.providerId() == null) {
            innkeeper().check(host.uri(), options, asked, call, step);
        } else {
            innkeeper().checkWith(host.providerId(), host.uri(), options, asked, call, step);
        }
    }

    private static OpenOptions options(boolean readOnly) {
        return readOnly ? OpenOptions.asReadOnly() : OpenOptions.readWrite();
    }
}
