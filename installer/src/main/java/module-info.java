/** What builds, checks and packages the whole. */
module org.innkeeper.installer {
    requires java.xml;
}
