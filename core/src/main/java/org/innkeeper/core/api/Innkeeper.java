package org.innkeeper.core.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.UriResolver;
import org.innkeeper.core.uri.UriSettings;

/**
 * The entry to the API: knows the drivers and opens connections. Safe for any thread. One is enough for a program; the
 * global error handler and the last errors of threads belong to it.
 */
public final class Innkeeper {
    private final ProviderSelection providers;
    private final LentFacets lent;
    private final UriResolver resolver;
    private final ErrorDelivery errors = new ErrorDelivery();

    /**
     * An entry with the drivers, services and defaults that are given.
     *
     * @param services what this machine lends to local connections, asked in this order
     */
    public Innkeeper(List<DriverProvider> drivers, List<LocalServiceProvider> services, UriResolver resolver) {
        this.providers = new ProviderSelection(drivers);
        this.lent = new LentFacets(services);
        this.resolver = resolver;
    }

    /** An entry with the drivers and services given, without defaults for URIs. */
    public static Innkeeper of(List<DriverProvider> drivers, List<LocalServiceProvider> services) {
        return new Innkeeper(drivers, services, new UriResolver(Map.of(), () -> UriSettings.NONE));
    }

    /** An entry with all the drivers that are installed, and the defaults of the environment: {@code virInitialize}. */
    public static Innkeeper load() {
        return InstalledDrivers.load();
    }

    /** The version of this API as 1000000 * major + 1000 * minor + release: {@code virGetVersion}. */
    public static long version() {
        return ApiVersion.NUMBER;
    }

    /**
     * Opens a connection: {@code virConnectOpen}, {@code virConnectOpenReadOnly}, {@code virConnectOpenAuth}.
     *
     * @param uriText a URI or an alias; null or empty for the default, which is the best hypervisor of this machine unless
     *     the environment or the configuration names another
     * @throws InnkeeperException {@code INVALID_ARG} where the URI has a mistake; {@code NO_CONNECT} with the reason of every
     *     driver where none takes it; what the driver says where it cannot open it
     */
    public Connection open(
            String uriText, OpenOptions options, AuthenticationCallback authentication, CallContext context) {
        return delivering(() -> {
            ConnectUri uri = meant(uriText);
            return connect(providers.choose(uri), uri, options, authentication, context);
        });
    }

    /**
     * Opens a connection with the driver that served it at another time, whatever other drivers there are now.
     *
     * @param providerId from {@link Connection#providerId()}
     */
    public Connection openWith(
            String providerId,
            String uriText,
            OpenOptions options,
            AuthenticationCallback authentication,
            CallContext context) {
        return delivering(() -> connect(providers.byId(providerId), meant(uriText), options, authentication, context));
    }

    /**
     * Which driver would serve a URI.
     *
     * @throws InnkeeperException as {@link #open} does
     */
    public String resolve(String uriText) {
        return delivering(() -> providers.choose(meant(uriText)).id());
    }

    /**
     * Finds out why a URI can or cannot be connected to, step by step.
     *
     * @param step told each step as soon as it is done, on the calling thread
     */
    public void check(
            String uriText,
            OpenOptions options,
            AuthenticationCallback authentication,
            CallContext context,
            Consumer<CheckStep> step) {
        check(providers::choose, uriText, options, authentication, context, step);
    }

    /**
     * Finds out why a URI can or cannot be connected to with the driver that served it at another time.
     *
     * @param providerId from {@link Connection#providerId()}
     * @param step told each step as soon as it is done, on the calling thread
     */
    public void checkWith(
            String providerId,
            String uriText,
            OpenOptions options,
            AuthenticationCallback authentication,
            CallContext context,
            Consumer<CheckStep> step) {
        check(uri -> providers.byId(providerId), uriText, options, authentication, context, step);
    }

    private void check(
            Function<ConnectUri, DriverProvider> choice,
            String uriText,
            OpenOptions options,
            AuthenticationCallback authentication,
            CallContext context,
            Consumer<CheckStep> step) {
        checkArguments(options, authentication, context, step);
        ConnectUri uri;
        DriverProvider provider;
        try {
            uri = meant(uriText);
            provider = choice.apply(uri);
        } catch (InnkeeperException e) {
            step.accept(CheckStep.failed(
                    CheckStep.Kind.URI, e.info().message(), e.info().remedy().orElse("")));
            return;
        }
        step.accept(CheckStep.passed(CheckStep.Kind.URI, uri + " is served by the driver " + provider.id()));
        provider.check(context, uri, authentication, options, lent, step);
    }

    /** What each driver offers on this machine, the best first. Looks at the machine; takes less than a second. */
    public List<HostOffer> localHosts() {
        return providers.offers();
    }

    private ConnectUri meant(String uriText) {
        return resolver.resolve(uriText).orElseGet(providers::best);
    }

    private Connection connect(
            DriverProvider provider,
            ConnectUri uri,
            OpenOptions options,
            AuthenticationCallback authentication,
            CallContext context) {
        checkArguments(options, authentication, context);
        CallContext inner = context.derive(errors::deliver);
        try {
            AuthenticationCallback asked = options.noQuestions() ? AuthenticationCallback.NOBODY : authentication;
            DriverConnection driver = provider.open(inner, uri, asked, options, lent);
            return new Connection(driver, provider.id(), options.readOnly(), lent, errors);
        } catch (RuntimeException e) {
            throw Failures.mapped(e, provider.id(), "opening '" + uri + "'");
        } finally {
            inner.release();
        }
    }

    private static void checkArguments(Object... arguments) {
        for (Object argument : arguments) {
            if (argument == null) {
                throw new InnkeeperException(
                        ErrorCode.INVALID_ARG,
                        ErrorOrigin.NONE,
                        "invalid argument of Innkeeper.open: options, authentication or context is missing");
            }
        }
    }

    private <R> R delivering(Supplier<R> action) {
        try {
            return action.get();
        } catch (InnkeeperException e) {
            errors.deliver(e.info());
            throw e;
        }
    }

    /**
     * Sets who is told errors and warnings that no connection has a handler for: {@code virSetErrorFunc}.
     *
     * @param handler or null for the default, which writes them to the log
     */
    public void setErrorHandler(ErrorHandler handler) {
        errors.setHandler(handler);
    }

    /** The last error of this thread that belongs to no connection, such as a failed open: {@code virGetLastError}. */
    public Optional<ErrorInfo> lastError() {
        return errors.last();
    }

    /** Forgets the last error of this thread: {@code virResetLastError}. */
    public void resetLastError() {
        errors.reset();
    }
}
