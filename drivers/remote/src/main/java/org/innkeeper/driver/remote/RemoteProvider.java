package org.innkeeper.driver.remote;

import java.util.Set;
import java.util.function.Consumer;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;

/** Any hypervisor behind libvirt's daemon, here or elsewhere. It is asked last, and takes any scheme with a host or transport. */
public final class RemoteProvider implements DriverProvider {
    @Override
    public String id() {
        return "remote";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("*");
    }

    @Override
    public int priority() {
        return 1000;
    }

    @Override
    public Claim claim(ConnectUri uri) {
        if (uri.form() != ConnectUri.Form.STANDARD) {
            return Claim.decline("this form of a URI means a Xen host without a daemon");
        }
        if (uri.isRemote()) {
            TransportChoice.of(uri);
            return Claim.accept();
        }
        if (LocalDaemon.serves(uri)) {
            return LocalDaemon.isPresent(uri)
                    ? Claim.accept()
                    : Claim.decline("no libvirt daemon of this machine has a socket at " + LocalDaemon.describe(uri));
        }
        return Claim.decline("the URI names neither a host nor a transport");
    }

    @Override
    public DriverConnection open(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services) {
        return new RemoteOpening(uri, auth, options).open(context);
    }

    @Override
    public void check(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services,
            Consumer<CheckStep> step) {
        new ConnectionCheck(uri, auth, options, step).run(context);
    }
}
