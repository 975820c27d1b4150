package org.innkeeper.driver.xen.xenstore;

/** The requests of the xenstore protocol, with their numbers on the wire; all but the last two come back as replies. */
enum MessageType {
    DIRECTORY(1),
    READ(2),
    GET_PERMISSIONS(3),
    WATCH(4),
    UNWATCH(5),
    TRANSACTION_START(6),
    TRANSACTION_END(7),
    INTRODUCE(8),
    RELEASE(9),
    GET_DOMAIN_PATH(10),
    WRITE(11),
    MKDIR(12),
    REMOVE(13),
    SET_PERMISSIONS(14),
    IS_DOMAIN_INTRODUCED(17),
    DIRECTORY_PART(22),
    /** Sent by the daemon alone: something at or below a watched path changed. */
    WATCH_EVENT(15),
    /** In the place of a reply: the name of an error. */
    ERROR(16);

    private final int number;

    MessageType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
