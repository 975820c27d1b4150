/** QEMU and KVM, driven directly: command line, QMP, process supervision. */
module org.innkeeper.driver.qemu {
    requires org.innkeeper.core;
    requires com.fasterxml.jackson.databind;
}
