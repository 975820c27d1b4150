/** OpenVZ containers of this machine, through {@code vzctl}, {@code vzlist} and the files of OpenVZ. */
module org.innkeeper.driver.openvz {
    requires transitive org.innkeeper.core;

    exports org.innkeeper.driver.openvz;
    exports org.innkeeper.driver.openvz.definition;
    exports org.innkeeper.driver.openvz.host;
    exports org.innkeeper.driver.openvz.stats;

    provides org.innkeeper.core.spi.DriverProvider with
            org.innkeeper.driver.openvz.OpenvzDriverProvider;
}
