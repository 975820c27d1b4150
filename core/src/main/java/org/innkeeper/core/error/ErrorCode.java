package org.innkeeper.core.error;

/** What went wrong, with the numbers of libvirt's {@code virErrorNumber}. */
public enum ErrorCode {
    /** No error. */
    OK(0),
    /** Something went wrong inside the driver. */
    INTERNAL_ERROR(1),
    /** Memory ran out. */
    NO_MEMORY(2),
    /** The driver does not offer this function. */
    NO_SUPPORT(3),
    /** The host name could not be resolved. */
    UNKNOWN_HOST(4),
    /** No connection to the hypervisor could be made. */
    NO_CONNECT(5),
    /** The connection is not usable, for example because it was closed. */
    INVALID_CONN(6),
    /** The domain object is not usable. */
    INVALID_DOMAIN(7),
    /** An argument is out of its range. */
    INVALID_ARG(8),
    /** The operation was tried and failed. */
    OPERATION_FAILED(9),
    /** An HTTP GET failed. */
    GET_FAILED(10),
    /** An HTTP POST failed. */
    POST_FAILED(11),
    /** An unexpected HTTP status arrived. */
    HTTP_ERROR(12),
    /** An s-expression could not be written. */
    SEXPR_SERIAL(13),
    /** The Xen hypervisor could not be opened. */
    NO_XEN(14),
    /** A Xen hypercall failed. */
    XEN_CALL(15),
    /** The operating system type is unknown. */
    OS_TYPE(16),
    /** The kernel is missing in the definition. */
    NO_KERNEL(17),
    /** The root device is missing in the definition. */
    NO_ROOT(18),
    /** A device has no source. */
    NO_SOURCE(19),
    /** A device has no target. */
    NO_TARGET(20),
    /** The name is missing in the definition. */
    NO_NAME(21),
    /** The operating system block is missing in the definition. */
    NO_OS(22),
    /** The devices block is missing in the definition. */
    NO_DEVICE(23),
    /** The xenstore could not be opened. */
    NO_XENSTORE(24),
    /** Too many drivers are registered. */
    DRIVER_FULL(25),
    /** The call is not supported by any of the drivers. */
    CALL_FAILED(26),
    /** The document is not acceptable. */
    XML_ERROR(27),
    /** A domain of that name or UUID exists already. */
    DOM_EXIST(28),
    /** The operation is forbidden on a read-only connection. */
    OPERATION_DENIED(29),
    /** A configuration file could not be opened. */
    OPEN_FAILED(30),
    /** A configuration file could not be read. */
    READ_FAILED(31),
    /** A configuration file could not be parsed. */
    PARSE_FAILED(32),
    /** A configuration file has a syntax error. */
    CONF_SYNTAX(33),
    /** A configuration file could not be written. */
    WRITE_FAILED(34),
    /** The document is not well-formed. */
    XML_DETAIL(35),
    /** The network object is not usable. */
    INVALID_NETWORK(36),
    /** A network of that name or UUID exists already. */
    NETWORK_EXIST(37),
    /** A call of the operating system failed. */
    SYSTEM_ERROR(38),
    /** The remote protocol was violated. */
    RPC(39),
    /** TLS failed. */
    GNUTLS_ERROR(40),
    /** The network driver did not start. */
    WAR_NO_NETWORK(41),
    /** There is no such domain. */
    NO_DOMAIN(42),
    /** There is no such network. */
    NO_NETWORK(43),
    /** The MAC address is not valid. */
    INVALID_MAC(44),
    /** Authentication failed. */
    AUTH_FAILED(45),
    /** The storage pool object is not usable. */
    INVALID_STORAGE_POOL(46),
    /** The storage volume object is not usable. */
    INVALID_STORAGE_VOL(47),
    /** The storage driver did not start. */
    WAR_NO_STORAGE(48),
    /** There is no such storage pool. */
    NO_STORAGE_POOL(49),
    /** There is no such storage volume. */
    NO_STORAGE_VOL(50),
    /** The node device driver did not start. */
    WAR_NO_NODE(51),
    /** The node device object is not usable. */
    INVALID_NODE_DEVICE(52),
    /** There is no such node device. */
    NO_NODE_DEVICE(53),
    /** There is no security model. */
    NO_SECURITY_MODEL(54),
    /** The operation does not fit the state of the object. */
    OPERATION_INVALID(55),
    /** The interface driver did not start. */
    WAR_NO_INTERFACE(56),
    /** There is no such host interface. */
    NO_INTERFACE(57),
    /** The host interface object is not usable. */
    INVALID_INTERFACE(58),
    /** More than one host interface matches. */
    MULTIPLE_INTERFACES(59),
    /** The network filter driver did not start. */
    WAR_NO_NWFILTER(60),
    /** The network filter object is not usable. */
    INVALID_NWFILTER(61),
    /** There is no such network filter. */
    NO_NWFILTER(62),
    /** The firewall rules could not be built. */
    BUILD_FIREWALL(63),
    /** The secret driver did not start. */
    WAR_NO_SECRET(64),
    /** The secret object is not usable. */
    INVALID_SECRET(65),
    /** There is no such secret. */
    NO_SECRET(66),
    /** The definition asks for something the driver cannot do. */
    CONFIG_UNSUPPORTED(67),
    /** The operation did not end in time. */
    OPERATION_TIMEOUT(68),
    /** The domain migrated but could not be made persistent there. */
    MIGRATE_PERSIST_FAILED(69),
    /** A hook script failed. */
    HOOK_SCRIPT_FAILED(70),
    /** The snapshot object is not usable. */
    INVALID_DOMAIN_SNAPSHOT(71),
    /** There is no such snapshot. */
    NO_DOMAIN_SNAPSHOT(72),
    /** The stream is not usable. */
    INVALID_STREAM(73),
    /** The argument is valid but not supported here. */
    ARGUMENT_UNSUPPORTED(74),
    /** A storage probe failed. */
    STORAGE_PROBE_FAILED(75),
    /** The storage pool is already built. */
    STORAGE_POOL_BUILT(76),
    /** Reverting would lose something and was not forced. */
    SNAPSHOT_REVERT_RISKY(77),
    /** The operation was cancelled. */
    OPERATION_ABORTED(78),
    /** The user cancelled the authentication. */
    AUTH_CANCELLED(79),
    /** The domain has no such metadata. */
    NO_DOMAIN_METADATA(80),
    /** The migration is not safe and was not forced. */
    MIGRATE_UNSAFE(81),
    /** A number does not fit. */
    OVERFLOW(82),
    /** A block copy job is in the way. */
    BLOCK_COPY_ACTIVE(83),
    /** The operation is not supported for this object. */
    OPERATION_UNSUPPORTED(84),
    /** The ssh transport failed. */
    SSH(85),
    /** The guest agent does not answer. */
    AGENT_UNRESPONSIVE(86),
    /** The resource is in use. */
    RESOURCE_BUSY(87),
    /** Access was denied. */
    ACCESS_DENIED(88),
    /** A D-Bus service failed. */
    DBUS_SERVICE(89),
    /** A storage volume of that name exists already. */
    STORAGE_VOL_EXIST(90),
    /** The CPU of the definition does not fit the host. */
    CPU_INCOMPATIBLE(91),
    /** The document does not fit the schema. */
    XML_INVALID_SCHEMA(92),
    /** Finishing the migration succeeded where it was expected to fail. */
    MIGRATE_FINISH_OK(93),
    /** No authentication is available. */
    AUTH_UNAVAILABLE(94),
    /** There is no such server of the daemon. */
    NO_SERVER(95),
    /** There is no such client of the daemon. */
    NO_CLIENT(96),
    /** The guest agent answered out of step. */
    AGENT_UNSYNCED(97),
    /** The ssh library failed. */
    LIBSSH(98),
    /** The domain has no such device. */
    DEVICE_MISSING(99),
    /** The network filter binding is not usable. */
    INVALID_NWFILTER_BINDING(100),
    /** There is no such network filter binding. */
    NO_NWFILTER_BINDING(101),
    /** The checkpoint object is not usable. */
    INVALID_DOMAIN_CHECKPOINT(102),
    /** There is no such checkpoint. */
    NO_DOMAIN_CHECKPOINT(103),
    /** There is no backup job. */
    NO_DOMAIN_BACKUP(104),
    /** The network port object is not usable. */
    INVALID_NETWORK_PORT(105),
    /** A network port of that UUID exists already. */
    NETWORK_PORT_EXIST(106),
    /** There is no such network port. */
    NO_NETWORK_PORT(107),
    /** The host name of the guest is not known. */
    NO_HOSTNAME(108),
    /** The checkpoint cannot be used for a backup. */
    CHECKPOINT_INCONSISTENT(109),
    /** More than one domain matches. */
    MULTIPLE_DOMAINS(110),
    /** The network has no such metadata. */
    NO_NETWORK_METADATA(111),
    /** The guest agent did not answer in time. */
    AGENT_COMMAND_TIMEOUT(112),
    /** The guest agent refused the command. */
    AGENT_COMMAND_FAILED(113);

    private static final ErrorCode[] BY_NUMBER = values();

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** The number libvirt uses on the wire. */
    public int number() {
        return number;
    }

    /**
     * The constant of a number that came over the wire.
     *
     * @return the constant, or INTERNAL_ERROR for a number that is newer than this list; keep the number itself beside it
     */
    public static ErrorCode ofNumber(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : INTERNAL_ERROR;
    }
}
