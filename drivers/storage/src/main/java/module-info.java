/** Storage pools of this machine, lent to local connections. */
module org.innkeeper.driver.storage {
    requires org.innkeeper.core;
    requires com.fasterxml.jackson.databind;

    provides org.innkeeper.core.spi.LocalServiceProvider with
            org.innkeeper.driver.storage.StorageServiceProvider;
}
