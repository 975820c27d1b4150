/** The contract every driver must keep, as abstract test classes. */
module org.innkeeper.driver.tck {
    requires transitive org.innkeeper.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires awaitility;

    exports org.innkeeper.driver.tck;
}
