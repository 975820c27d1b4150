package org.innkeeper.core.api.flag;

/** Which devices of a host to list. */
public enum NodeDeviceFilter implements Flag {
    /** The machine itself. */
    CAP_SYSTEM(1L),
    /** PCI devices. */
    CAP_PCI_DEV(1L << 1),
    /** USB devices. */
    CAP_USB_DEV(1L << 2),
    /** Interfaces of USB devices. */
    CAP_USB_INTERFACE(1L << 3),
    /** Network devices. */
    CAP_NET(1L << 4),
    /** SCSI host adapters. */
    CAP_SCSI_HOST(1L << 5),
    /** SCSI targets. */
    CAP_SCSI_TARGET(1L << 6),
    /** SCSI devices. */
    CAP_SCSI(1L << 7),
    /** Disks. */
    CAP_STORAGE(1L << 8),
    /** Fibre Channel adapters. */
    CAP_FC_HOST(1L << 9),
    /** Adapters that can have virtual ports. */
    CAP_VPORTS(1L << 10),
    /** Generic SCSI devices. */
    CAP_SCSI_GENERIC(1L << 11),
    /** Graphics devices. */
    CAP_DRM(1L << 12),
    /** Devices that can be shared by mediation. */
    CAP_MDEV_TYPES(1L << 13),
    /** Mediated devices. */
    CAP_MDEV(1L << 14),
    /** Channel devices of s390. */
    CAP_CCW_DEV(1L << 15),
    /** Subchannels of s390. */
    CAP_CSS_DEV(1L << 16),
    /** vDPA devices. */
    CAP_VDPA(1L << 17),
    /** Crypto cards of s390. */
    CAP_AP_CARD(1L << 18),
    /** Queues of crypto cards. */
    CAP_AP_QUEUE(1L << 19),
    /** Matrices of crypto cards. */
    CAP_AP_MATRIX(1L << 20),
    /** Devices with vital product data. */
    CAP_VPD(1L << 21),
    /** Defined ones that do not exist now. */
    INACTIVE(1L << 30),
    /** Ones that exist now. */
    ACTIVE(1L << 31);

    private final long bit;

    NodeDeviceFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
