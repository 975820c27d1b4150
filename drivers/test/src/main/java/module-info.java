/** Innkeeper's test driver. */
module org.innkeeper.driver.test {
    requires org.innkeeper.core;
}
