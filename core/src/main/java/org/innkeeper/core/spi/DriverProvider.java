package org.innkeeper.core.spi;

import java.util.Set;
import java.util.function.Consumer;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;

/**
 * A driver as it is found by {@link java.util.ServiceLoader}. Creating one does nothing that takes time. Methods are
 * safe for any thread.
 */
public interface DriverProvider {
    /** A short name without spaces, unique among providers, such as {@code qemu}; it is stored in settings. */
    String id();

    /** The schemes of local URIs it may take; {@code *} where it takes any. */
    Set<String> schemes();

    /** Providers are asked in ascending order; ties by {@link #id()}. Local drivers have 100, remote 1000. */
    int priority();

    /**
     * Says whether this URI is for this driver, by its text and by what is known of this machine without I/O.
     *
     * @throws org.innkeeper.core.error.InnkeeperException "mine, but wrong": the URI is for this driver and has a mistake;
     *     no other driver is asked
     */
    Claim claim(ConnectUri uri);

    /**
     * Opens a connection.
     *
     * @param uri one that {@link #claim} accepted
     * @param auth asked for credentials, on any thread; may be called several times
     * @param options what the caller wants besides the URI
     * @param services this machine's networks, volumes and secrets
     */
    DriverConnection open(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services);

    /**
     * Finds out why a URI can or cannot be connected to: goes the steps of {@link #open} one by one and tells each as soon
     * as it is done. It ends with the first step that fails; the ones after it are told as skipped. It keeps nothing open.
     *
     * @param step told each step, on the calling thread
     */
    default void check(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services,
            Consumer<CheckStep> step) {
        try (DriverConnection connection = open(context, uri, auth, options, services)) {
            step.accept(CheckStep.passed(CheckStep.Kind.HYPERVISOR, connection.uri() + " opens"));
        } catch (InnkeeperException e) {
            step.accept(CheckStep.failed(
                    CheckStep.Kind.HYPERVISOR,
                    e.info().message(),
                    e.info().remedy().orElse("")));
        }
    }

    /**
     * The best local URI of this driver on this machine, for a first start and for an empty URI; it may look at devices
     * and search the path, for at most 200 ms.
     *
     * @return the URI, or a reason why there is none
     */
    default LocalHost localHost() {
        return LocalHost.none(id() + " is not a hypervisor of this machine");
    }
}
