package org.innkeeper.app.connect;

/** What can be wrong with what is typed about a remote host; each has a text. */
enum RemoteMistake {
    /** No name and no address. */
    HOST,
    PORT_IN_HOST,
    USER_IN_HOST,
    /** No number from 1 to 65535. */
    PORT,
    /** A password behind the user's name. */
    PASSWORD,
    /** Not a path from the root on. */
    PATH
}
