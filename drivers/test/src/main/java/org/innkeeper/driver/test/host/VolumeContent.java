package org.innkeeper.driver.test.host;

import java.util.Arrays;
import java.util.TreeMap;
import org.innkeeper.core.error.ErrorCode;

/** What is in a volume: blocks that were written; all else reads as zeros. Safe for any thread. */
public final class VolumeContent {
    /** Bytes of one block. */
    public static final int BLOCK = 65_536;

    /** Memory is not a disk: no volume keeps more than so many bytes. */
    private static final long MOST = 64L << 20;

    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();

    /** Bytes that were written, in whole blocks. */
    public synchronized long allocated() {
        return (long) blocks.size() * BLOCK;
    }

    public synchronized void write(long position, byte[] buffer, int offset, int length) {
        int done = 0;
        while (done < length) {
            long block = (position + done) / BLOCK;
            int inBlock = (int) ((position + done) % BLOCK);
            int count = Math.min(length - done, BLOCK - inBlock);
            System.arraycopy(buffer, offset + done, block(block), inBlock, count);
            done += count;
        }
    }

    private byte[] block(long number) {
        byte[] block = blocks.get(number);
        if (block == null) {
            if (allocated() >= MOST) {
                throw HostErrors.of(
                        ErrorCode.OPERATION_FAILED,
                        "A volume of a test host keeps at most " + (MOST >> 20) + " MiB of data",
                        "Write less, or use a sparse stream");
            }
            block = new byte[BLOCK];
            blocks.put(number, block);
        }
        return block;
    }

    public synchronized void read(long position, byte[] buffer, int offset, int length) {
        int done = 0;
        while (done < length) {
            byte[] block = blocks.get((position + done) / BLOCK);
            int inBlock = (int) ((position + done) % BLOCK);
            int count = Math.min(length - done, BLOCK - inBlock);
            if (block == null) {
                Arrays.fill(buffer, offset + done, offset + done + count, (byte) 0);
            } else {
                System.arraycopy(block, inBlock, buffer, offset + done, count);
            }
            done += count;
        }
    }

    /** Whether there is data at a position. */
    public synchronized boolean isData(long position) {
        return blocks.containsKey(position / BLOCK);
    }

    /** Where, at or after a position, what is there changes between data and a hole; {@code end} at the latest. */
    public synchronized long nextChange(long position, long end) {
        boolean data = isData(position);
        long at = position;
        while (at < end && isData(at) == data) {
            if (!data) {
                Long next = blocks.higherKey(at / BLOCK);
                return next == null ? end : Math.min(end, next * BLOCK);
            }
            at = (at / BLOCK + 1) * BLOCK;
        }
        return Math.min(at, end);
    }

    public synchronized void clear() {
        blocks.clear();
    }

    /** Takes a copy of what is in another volume, as far as there is room. */
    public void copyFrom(VolumeContent other) {
        TreeMap<Long, byte[]> copy = new TreeMap<>();
        synchronized (other) {
            other.blocks.forEach((number, block) -> copy.put(number, block.clone()));
        }
        synchronized (this) {
            blocks.clear();
            blocks.putAll(copy);
        }
    }
}
