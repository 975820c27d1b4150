/** Xen hosts: by xend, the xenstore, hypercalls, xm's files and xl, behind one driver. */
module org.innkeeper.driver.xen {
    requires transitive org.innkeeper.core;
    requires org.jnrproject.ffi;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports org.innkeeper.driver.xen;
    exports org.innkeeper.driver.xen.config;
    exports org.innkeeper.driver.xen.definition;
    exports org.innkeeper.driver.xen.host;
    exports org.innkeeper.driver.xen.hypercall;
    exports org.innkeeper.driver.xen.part;
    exports org.innkeeper.driver.xen.sexpr;
    exports org.innkeeper.driver.xen.xend;
    exports org.innkeeper.driver.xen.xenstore;
    exports org.innkeeper.driver.xen.xl;

    provides org.innkeeper.core.spi.DriverProvider with
            org.innkeeper.driver.xen.XenDriverProvider;

    // The library of native calls implements an interface of each at run time.
    opens org.innkeeper.driver.xen.console;
    opens org.innkeeper.driver.xen.hypercall.privcmd;
}
