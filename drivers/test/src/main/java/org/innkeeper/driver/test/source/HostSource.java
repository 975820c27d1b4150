package org.innkeeper.driver.test.source;

import org.innkeeper.driver.test.hook.HostClock;
import org.innkeeper.driver.test.host.TestHost;

/** Where a host in memory comes from. */
@FunctionalInterface
public interface HostSource {
    /** Makes the host; the same clock and seed make the same one. */
    TestHost make(HostClock clock, long seed);
}
