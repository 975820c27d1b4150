/** The program's icon and the marks of operating systems and hypervisors; all of our own drawing. */
module org.innkeeper.icons {
    exports org.innkeeper.icons;
}
