package org.innkeeper.core.spi;

import java.util.Objects;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;

/** A driver for a hypervisor of this machine: what such drivers say alike of URIs. */
public abstract class LocalDriverProvider implements DriverProvider {
    private static final int PRIORITY = 100;

    private final String id;
    private final String product;
    private final ErrorOrigin origin;

    /**
     * @param id the name of the driver, which is the scheme of its URIs too
     * @param product what people call the hypervisor
     * @param origin whose its errors are
     */
    protected LocalDriverProvider(String id, String product, ErrorOrigin origin) {
        this.id = Objects.requireNonNull(id, "id");
        this.product = Objects.requireNonNull(product, "product");
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public Set<String> schemes() {
        return Set.of(id);
    }

    @Override
    public final int priority() {
        return PRIORITY;
    }

    @Override
    public final Claim claim(ConnectUri uri) {
        if (!uri.driver().equals(id)) {
            return Claim.decline("only for " + id);
        }
        if (uri.isRemote()) {
            return Claim.decline("this driver is for " + product + " on this machine, without host and transport");
        }
        return claimLocal(uri);
    }

    /** {@link #claim} for a URI of this driver without host and transport. */
    protected abstract Claim claimLocal(ConnectUri uri);

    /** The URI is for this driver and has a mistake. */
    protected final InnkeeperException mistake(ConnectUri uri, String problem, String remedy) {
        return error(ErrorCode.INVALID_ARG, uri, "The URI " + uri.text() + " is wrong: " + problem, remedy);
    }

    /** The URI is right, but the hypervisor cannot be reached. */
    protected final InnkeeperException noConnection(ConnectUri uri, String reason, String remedy) {
        return error(ErrorCode.NO_CONNECT, uri, "Cannot open " + uri.text() + ": " + reason, remedy);
    }

    private InnkeeperException error(ErrorCode code, ConnectUri uri, String message, String remedy) {
        return new InnkeeperException(
                ErrorInfo.of(code, origin, message).withDetail(uri.text()).withRemedy(remedy));
    }
}
