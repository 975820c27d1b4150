/** Innkeeper's qemu driver. */
module org.innkeeper.driver.qemu {
    requires org.innkeeper.core;
}
