package org.innkeeper.driver.tck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;

/**
 * A host the contracts are tried on, and what a driver needs to be told about its guests. A new one is made for each test
 * and closed after it; closing removes everything the test may have left on the host.
 */
public interface DriverFixture extends AutoCloseable {
    /** Opens one more connection to the host. */
    DriverConnection open();

    /** The features the connections must have, no more and no fewer. */
    Set<Feature> features();

    /**
     * The smallest guest that can run here for as long as a test takes; it has at least one disk with the target
     * {@link #diskTarget()}, at least 2 vcpus of which one can be taken away where {@link Feature#DOMAIN_VCPUS_LIVE} is
     * declared, and a graphics device with the password {@code secret} where {@link #hasGraphics()}.
     *
     * @param uuid null to leave it out
     */
    String domainXml(String name, UUID uuid);

    /** The target of the disk each guest has. */
    default String diskTarget() {
        return "vda";
    }

    /** Whether guests have a graphics device with the password {@code secret}. */
    default boolean hasGraphics() {
        return true;
    }

    /** Whether the guest of {@link #domainXml} does what it is asked for: shut down and reboot. */
    boolean guestReacts();

    /** Waits until a guest that was just started does what it is asked for; most are taken as they are. */
    default void awaitReady(DriverConnection connection, DomainRef domain) {}

    /**
     * Whether a domain and its definition are one, as with containers: none runs undefined, a change that is stored takes
     * effect at once, and the id is the same in every run.
     */
    default boolean definitionIsTheRun() {
        return false;
    }

    /** How long the host may take until a guest is in the state it was brought to. */
    default Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** An absolute path on the host where a file of that name may be made. */
    String hostPath(String name);

    /** A disk that can be added to a running guest, with a target no disk has yet; an image is there where it needs one. */
    default Optional<String> extraDiskXml() {
        return Optional.empty();
    }

    /** An interface that can be added to a running guest. */
    default Optional<String> extraInterfaceXml(String mac) {
        return Optional.empty();
    }

    /** A virtual network that can be started here, with a bridge of its own. */
    default String networkXml(String name, UUID uuid) {
        throw new UnsupportedOperationException("networks");
    }

    /** A storage pool that can be built, started and deleted here. */
    default String poolXml(String name, UUID uuid) {
        throw new UnsupportedOperationException("storage");
    }

    /** A connection to another host a guest can be moved to; the caller closes it. */
    default Optional<DriverConnection> migrationTarget() {
        return Optional.empty();
    }

    /** A node device of this host that can be created and destroyed. */
    default Optional<String> nodeDeviceXml() {
        return Optional.empty();
    }

    /** Makes the guest crash, where a test can. */
    default Optional<GuestAct> crash() {
        return Optional.empty();
    }

    /** A connection on which every call takes at least five seconds, where there can be one; the caller closes it. */
    default Optional<DriverConnection> slow() {
        return Optional.empty();
    }

    /**
     * Where a driver stands for a hypervisor that does otherwise than a contract says: the test, as
     * {@code SaveContract.progressIsTold}, and what happens instead. Such a test must fail; it is reported as skipped with
     * that reason, and as failed when it passes, so that the list is never longer than it must be.
     */
    default Map<String, String> deviations() {
        return Map.of();
    }

    /**
     * Where the hypervisor refuses something in another way than a test wants, and does the rest of the test as it should:
     * by the test, as in {@link #deviations()}. Each of them must come.
     */
    default Map<String, List<Refusal>> refusals() {
        return Map.of();
    }

    /**
     * Another way to refuse something.
     *
     * @param wanted a code the test wants
     * @param instead the code that comes; null where it is not refused at all
     * @param reason what the hypervisor does, in its own terms
     */
    record Refusal(ErrorCode wanted, ErrorCode instead, String reason) {
        public Refusal {
            Objects.requireNonNull(wanted, "wanted");
            Objects.requireNonNull(reason, "reason");
        }
    }

    @Override
    void close();

    /** Something a guest is made to do. */
    @FunctionalInterface
    interface GuestAct {
        void perform(DriverConnection connection, CallContext context, DomainRef domain);
    }
}
