/** Libvirt's remote protocol: the client. Its protocol packages serve the daemon too. */
module org.innkeeper.driver.remote {
    requires transitive org.innkeeper.core;
    requires com.jcraft.jsch;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires java.naming;
    requires java.security.sasl;

    exports org.innkeeper.driver.remote.protocol;
    exports org.innkeeper.driver.remote.transport;
    exports org.innkeeper.driver.remote.wire;
    exports org.innkeeper.driver.remote.xdr;

    provides org.innkeeper.core.spi.DriverProvider with
            org.innkeeper.driver.remote.RemoteProvider;
}
