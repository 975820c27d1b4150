package org.innkeeper.driver.test;

import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.test.hook.HostClock;

/** Opens hosts for tests, apart from those of the process. */
final class Hosts {
    private static final long SEED = 7;

    private final TestDriverProvider provider;

    Hosts() {
        this(HostClock.SYSTEM);
    }

    Hosts(HostClock clock) {
        provider = new TestDriverProvider(clock, SEED, new SharedHosts());
    }

    DriverConnection open(String uri) {
        return open(uri, AuthenticationCallback.NOBODY);
    }

    DriverConnection open(String uri, AuthenticationCallback auth) {
        return provider.open(
                CallContext.create(), ConnectUri.parse(uri), auth, OpenOptions.readWrite(), LocalServices.NONE);
    }
}
