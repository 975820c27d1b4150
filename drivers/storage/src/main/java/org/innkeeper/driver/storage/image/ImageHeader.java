package org.innkeeper.driver.storage.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the first bytes of a file say about its format and its size. Only for showing: nothing is ever opened by a guest
 * with a format found this way, since a guest can write such bytes itself.
 *
 * @param format what the magic numbers say; raw where there are none
 * @param capacity what a guest sees, bytes; -1 where the header alone does not tell
 */
public record ImageHeader(ImageFormat format, long capacity) {
    private static final int SECTOR = 512;
    private static final int HEAD = 0x1000;
    private static final int ISO_MAGIC_AT = 0x8001;
    private static final int QCOW_MAGIC = 0x514649fb;
    private static final int QCOW_SIZE_AT = 24;
    private static final int VMDK_CAPACITY_AT = 12;
    private static final int VDI_MAGIC_AT = 0x40;
    private static final int VDI_MAGIC = 0xbeda107f;
    private static final int VDI_SIZE_AT = 0x170;
    private static final int QED_SIZE_AT = 48;
    private static final int VPC_SIZE_AT = 48;

    /** Reads it from a file. */
    public static ImageHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return of(readAt(channel, 0, HEAD), readAt(channel, ISO_MAGIC_AT, 5), channel.size());
        }
    }

    private static ByteBuffer readAt(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            continue;
        }
        return buffer.flip();
    }

    private static ImageHeader of(ByteBuffer head, ByteBuffer isoMagic, long fileSize) {
        if (isMagic(isoMagic, 0, "CD001")) {
            return new ImageHeader(ImageFormat.ISO, fileSize);
        }
        if (head.limit() >= SECTOR) {
            if (head.getInt(0) == QCOW_MAGIC) {
                boolean second = head.getInt(4) >= 2;
                return new ImageHeader(second ? ImageFormat.QCOW2 : ImageFormat.QCOW, sane(head.getLong(QCOW_SIZE_AT)));
            }
            if (isMagic(head, 0, "vhdxfile")) {
                return new ImageHeader(ImageFormat.VHDX, -1);
            }
            if (isMagic(head, 0, "conectix")) {
                return new ImageHeader(ImageFormat.VPC, sane(head.getLong(VPC_SIZE_AT)));
            }
            ByteBuffer little = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            if (isMagic(head, 0, "KDMV")) {
                return new ImageHeader(ImageFormat.VMDK, sane(little.getLong(VMDK_CAPACITY_AT) * SECTOR));
            }
            if (isMagic(head, 0, "# Disk DescriptorFile")) {
                return new ImageHeader(ImageFormat.VMDK, -1);
            }
            if (isMagic(head, 0, "QED\0")) {
                return new ImageHeader(ImageFormat.QED, sane(little.getLong(QED_SIZE_AT)));
            }
            if (little.getInt(VDI_MAGIC_AT) == VDI_MAGIC) {
                return new ImageHeader(ImageFormat.VDI, sane(little.getLong(VDI_SIZE_AT)));
            }
        }
        return new ImageHeader(ImageFormat.RAW, fileSize);
    }

    private static long sane(long size) {
        return size < 0 ? -1 : size;
    }

    private static boolean isMagic(ByteBuffer buffer, int at, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (buffer.limit() < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (buffer.get(at + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
