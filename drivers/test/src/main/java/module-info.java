/** A hypervisor in memory: demo mode, and the stage of tests. */
module org.innkeeper.driver.test {
    requires transitive org.innkeeper.core;

    exports org.innkeeper.driver.test;
    exports org.innkeeper.driver.test.hook;

    provides org.innkeeper.core.spi.DriverProvider with
            org.innkeeper.driver.test.TestDriverProvider;
}
