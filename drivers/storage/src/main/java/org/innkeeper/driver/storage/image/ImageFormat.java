package org.innkeeper.driver.storage.image;

import java.util.Optional;

/** Formats of disk images that can be told apart. */
public enum ImageFormat {
    RAW("raw", "raw", true, false),
    ISO("iso", "raw", true, false),
    QCOW2("qcow2", "qcow2", true, true),
    QCOW("qcow", "qcow", false, true),
    QED("qed", "qed", false, true),
    VMDK("vmdk", "vmdk", true, true),
    VDI("vdi", "vdi", true, false),
    VHDX("vhdx", "vhdx", true, false),
    VPC("vpc", "vpc", true, false);

    private final String libvirtName;
    private final String toolName;
    private final boolean creatable;
    private final boolean backed;

    ImageFormat(String libvirtName, String toolName, boolean creatable, boolean backed) {
        this.libvirtName = libvirtName;
        this.toolName = toolName;
        this.creatable = creatable;
        this.backed = backed;
    }

    /** The name in documents. */
    public String libvirtName() {
        return libvirtName;
    }

    /** The name qemu-img knows. */
    public String toolName() {
        return toolName;
    }

    /** Whether new images of it are made; the others are read only for the sake of old images. */
    public boolean isCreatable() {
        return creatable;
    }

    /** Whether an image can leave what is not changed to another one. */
    public boolean canHaveBacking() {
        return backed;
    }

    public static Optional<ImageFormat> ofName(String name) {
        for (ImageFormat format : values()) {
            if (format.libvirtName.equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
