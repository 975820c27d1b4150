package org.innkeeper.core.spi;

import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.model.PeerInfo;

/** An open connection. It always has a {@link DomainFacet} and a {@link NodeFacet}. */
public interface DriverConnection extends AutoCloseable {
    /** The facet of that kind, always the same object, or empty where the driver has none. Does not block. */
    <F extends Facet> Optional<F> facet(Class<F> kind);

    /** The functions that can work here. Does not block; what it returns does not change while the connection is open. */
    Set<Feature> features();

    /**
     * Why this function cannot work here, where there is more to tell than that: what the hypervisor, the version or the
     * rights of the user stand in the way of, and what helps. Empty for functions that are there, and where the driver has
     * nothing to add. Does not block; what it returns does not change while the connection is open.
     */
    default Optional<ErrorInfo> absence(Feature feature) {
        return Optional.empty();
    }

    /**
     * What the far end calls itself: the URI that opens the same host again, libvirt's {@code virConnectGetURI}. Does not
     * block.
     */
    String uri();

    /** Whether the far end still answers, as far as is known without asking it. Does not block. */
    boolean isAlive();

    /** Whether what is sent is encrypted: {@code virConnectIsEncrypted}. Does not block. */
    default boolean isEncrypted() {
        return false;
    }

    /** Whether nobody can listen: encrypted, or never leaves this machine: {@code virConnectIsSecure}. Does not block. */
    default boolean isSecure() {
        return true;
    }

    /** How the other end is reached, and by what it proved who it is; nothing for a driver of this machine. Does not block. */
    default PeerInfo peer() {
        return PeerInfo.NONE;
    }

    /**
     * The absolute directory below which the networks, storage and secrets that this machine lends to this connection keep
     * their state; empty where it wants none lent. Only facets that the driver does not have itself are lent. Does not
     * block; it does not change while the connection is open.
     */
    default Optional<String> stateRoot() {
        return Optional.empty();
    }

    /** Ends the connection; guests go on. Calls that wait are ended. Calling it again does nothing. */
    @Override
    void close();
}
