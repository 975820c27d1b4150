package org.innkeeper.driver.test.hook;

/** Where a host in memory takes its time from; tests give one they move themselves. Safe for any thread. */
public interface HostClock {
    /** The clock of this machine. */
    HostClock SYSTEM = new HostClock() {
        @Override
        public long wallMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    };

    /** Milliseconds since 1970. */
    long wallMillis();

    /** Nanoseconds of a clock that only goes forward; only differences mean anything. */
    long nanoTime();
}
