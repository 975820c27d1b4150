/** What Xen's tools say about guests and hosts, and how definitions become it. */
module org.innkeeper.driver.xen {
    requires transitive org.innkeeper.core;

    exports org.innkeeper.driver.xen.config;
    exports org.innkeeper.driver.xen.definition;
    exports org.innkeeper.driver.xen.host;
    exports org.innkeeper.driver.xen.part;
    exports org.innkeeper.driver.xen.sexpr;
    exports org.innkeeper.driver.xen.xend;
    exports org.innkeeper.driver.xen.xenstore;
}
