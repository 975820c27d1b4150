package org.innkeeper.app.session.host;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.OpenOptions;

/** Opens and checks hosts through the API; opens always with the driver that served a host before. */
final class HostOpener {
    private static final System.Logger LOG = System.getLogger(HostOpener.class.getName());

    private final Supplier<Innkeeper> innkeeper;
    private final AuthenticationCallback authentication;

    HostOpener(Supplier<Innkeeper> innkeeper, AuthenticationCallback authentication) {
        this.innkeeper = new Once<>(() -> quiet(innkeeper.get()));
        this.authentication = authentication;
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
        return host.providerId() == null
                ? innkeeper().open(host.uri(), options, authentication, call)
                : innkeeper().openWith(host.providerId(), host.uri(), options, authentication, call);
    }

    void check(String uri, boolean readOnly, CallContext call, Consumer<CheckStep> step) {
        innkeeper().check(uri, options(readOnly), authentication, call, step);
    }

    private static OpenOptions options(boolean readOnly) {
        return readOnly ? OpenOptions.asReadOnly() : OpenOptions.readWrite();
    }
}
