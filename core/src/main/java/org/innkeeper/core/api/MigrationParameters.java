package org.innkeeper.core.api;

/** Names of the typed parameters of a migration: libvirt's {@code VIR_MIGRATE_PARAM_} constants. */
public final class MigrationParameters {
    /** Where the source sends the data, such as {@code tcp://host:49152}; the target chooses it where it is not given. */
    public static final String URI = "migrate_uri";

    /** The name of the domain on the target. */
    public static final String DESTINATION_NAME = "destination_name";

    /** The definition to run on the target; it must fit the source's. */
    public static final String DESTINATION_XML = "destination_xml";

    /** The definition to store on the target. */
    public static final String PERSISTENT_XML = "persistent_xml";

    /** Most to send, MiB/s. */
    public static final String BANDWIDTH = "bandwidth";

    /** Where the clients of the guest's screen go. */
    public static final String GRAPHICS_URI = "graphics_uri";

    /** The address the target listens on. */
    public static final String LISTEN_ADDRESS = "listen_address";

    /** A disk to copy; may come several times. */
    public static final String MIGRATE_DISKS = "migrate_disks";

    private MigrationParameters() {}
}
