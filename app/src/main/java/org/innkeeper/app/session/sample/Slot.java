package org.innkeeper.app.session.sample;

/**
 * What a statistics parameter means to us.
 *
 * @param kind the value
 * @param index the number of the device it belongs to, 0 where there is none
 */
record Slot(Kind kind, int index) {
    /** The values we read; libvirt's names without their numbers. */
    enum Kind {
        OTHER(""),
        STATE("state.state"),
        REASON("state.reason"),
        CPU_TIME("cpu.time"),
        MEMORY_CURRENT("balloon.current"),
        MEMORY_MAXIMUM("balloon.maximum"),
        MEMORY_AVAILABLE("balloon.available"),
        MEMORY_USABLE("balloon.usable"),
        MEMORY_UNUSED("balloon.unused"),
        MEMORY_RSS("balloon.rss"),
        VCPU_CURRENT("vcpu.current"),
        VCPU_MAXIMUM("vcpu.maximum"),
        VCPU_TIME("vcpu..time"),
        DISK_NAME("block..name"),
        DISK_READ("block..rd.bytes"),
        DISK_WRITE("block..wr.bytes"),
        NET_NAME("net..name"),
        NET_RX("net..rx.bytes"),
        NET_TX("net..tx.bytes");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }

        String pattern() {
            return pattern;
        }
    }

    static final Slot NONE = new Slot(Kind.OTHER, 0);
}
