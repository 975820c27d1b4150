package org.innkeeper.driver.remote.contract;

import org.innkeeper.driver.tck.ConsoleContract;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.EventContract;
import org.junit.jupiter.api.Nested;

/**
 * The contracts in which calls, streams and events share a connection, so that how it is reached matters to them; for
 * transports to a hypervisor whose other contracts are shown over one of them.
 */
abstract class TransportContracts {
    abstract DriverFixture fixture();

    @Nested
    class Console extends ConsoleContract {
        @Override
        protected boolean consoleAnswers() {
            return false;
        }

        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Event extends EventContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }
}
