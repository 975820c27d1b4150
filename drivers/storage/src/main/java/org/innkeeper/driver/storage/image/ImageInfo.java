package org.innkeeper.driver.storage.image;

/**
 * What qemu-img tells of an image.
 *
 * @param capacity what a guest sees, bytes
 * @param allocation what it takes on the disk, bytes
 * @param compat {@code 0.10} or {@code 1.1} of a qcow2 image, else null
 * @param lazyRefcounts whether a qcow2 image writes its counters late
 * @param clusterSize bytes, 0 where the format has none
 * @param backing the file below it, or null
 * @param backingFormat the format of that, or null
 */
public record ImageInfo(
        long capacity,
        long allocation,
        String compat,
        boolean lazyRefcounts,
        long clusterSize,
        String backing,
        String backingFormat) {}
