/** QEMU and KVM, driven directly: command line, QMP, process supervision. */
module org.innkeeper.driver.qemu {
    requires org.innkeeper.core;
    requires com.fasterxml.jackson.databind;
    requires jdk.management;

    provides org.innkeeper.core.spi.DriverProvider with
            org.innkeeper.driver.qemu.QemuDriverProvider;
}
