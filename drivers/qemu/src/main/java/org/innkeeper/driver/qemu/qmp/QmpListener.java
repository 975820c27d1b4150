package org.innkeeper.driver.qemu.qmp;

/** Is told what a monitor says by itself. Called on the reader's thread, in order; must not block or wait for a reply. */
public interface QmpListener {
    /** A listener that does not care. */
    QmpListener NONE = new QmpListener() {
        @Override
        public void event(QmpEvent event) {
            // Probing has no use for events.
        }

        @Override
        public void closed(String reason) {
            // Whoever waits for a reply is told by the exception.
        }
    };

    void event(QmpEvent event);

    /**
     * The connection is over; called once, nothing follows.
     *
     * @param reason why, in English: end of file, a fault of the protocol, or closed by us
     */
    void closed(String reason);
}
