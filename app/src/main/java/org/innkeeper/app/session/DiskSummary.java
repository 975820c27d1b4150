package org.innkeeper.app.session;

/**
 * A disk of a guest, as its definition tells.
 *
 * @param target the name in the guest, such as {@code vda}
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}
 * @param bus {@code virtio}, {@code sata} and so on, or null
 * @param source path, or pool and volume, or another place; null for an empty drive
 * @param path the file or block device on the host, or null where it is neither
 * @param readOnly whether the guest cannot write to it
 * @param shareable whether several guests may use it at once
 */
public record DiskSummary(
        String target, String device, String bus, String source, String path, boolean readOnly, boolean shareable) {}
