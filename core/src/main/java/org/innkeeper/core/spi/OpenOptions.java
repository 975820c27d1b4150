package org.innkeeper.core.spi;

/**
 * How to open a connection.
 *
 * @param readOnly the caller will not change anything: libvirt's {@code VIR_CONNECT_RO}; the front end refuses changes,
 *     and a driver that can asks its host for less
 * @param noQuestions no credential and no confirmation may be asked for
 */
public record OpenOptions(boolean readOnly, boolean noQuestions) {
    public static OpenOptions readWrite() {
        return new OpenOptions(false, false);
    }

    public static OpenOptions asReadOnly() {
        return new OpenOptions(true, false);
    }
}
