/** Innkeeper's storage driver. */
module org.innkeeper.driver.storage {
    requires org.innkeeper.core;
}
