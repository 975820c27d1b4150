/** The program. */
module org.innkeeper.app {
    requires org.innkeeper.core;
}
