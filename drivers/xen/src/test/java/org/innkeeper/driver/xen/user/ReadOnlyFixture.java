package org.innkeeper.driver.xen.user;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.tck.DriverFixture;

/** A host of which this user sees no more than the xenstore's socket for reading shows. */
final class ReadOnlyFixture implements DriverFixture {
    private static final String NOTHING_DEFINED = "this user cannot define the guest of the test";
    private static final String HOST_UNKNOWN = "the xenstore knows nothing of the host";
    private static final Map<String, String> DEVIATIONS = Map.of(
            "ConnectionContract.cancelledBeforeItBeginsItDoesNothing", NOTHING_DEFINED,
            "ConnectionContract.closingOneConnectionLeavesOthersAndGuestsAlone", NOTHING_DEFINED,
            "NodeContract.infoIsConsistent", HOST_UNKNOWN,
            "NodeContract.memoryAddsUp", HOST_UNKNOWN);

    @Override
    public DriverConnection open() {
        return ReadOnlyUserSuite.open(new ArrayList<>());
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.STATS_BULK, Feature.STATS_MEMORY, Feature.EVENTS);
    }

    @Override
    public Map<String, String> deviations() {
        return DEVIATIONS;
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        throw new UnsupportedOperationException("nothing can be defined");
    }

    @Override
    public boolean guestReacts() {
        return false;
    }

    @Override
    public String hostPath(String name) {
        throw new UnsupportedOperationException("nothing can be stored");
    }

    @Override
    public void close() {
        // The host stays: the test that made it removes it.
    }
}
