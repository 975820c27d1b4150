package org.innkeeper.core.model;

/**
 * Kind and sizes of a storage volume: libvirt's {@code virStorageVolInfo}.
 *
 * @param type 0 file, 1 block device, 2 directory, 3 network, 4 network directory, 5 ploop
 * @param capacity what a guest sees, bytes
 * @param allocation what it takes of the pool, bytes
 */
public record VolumeInfo(int type, long capacity, long allocation) {
    public static final int FILE = 0;
    public static final int BLOCK = 1;
    public static final int DIRECTORY = 2;
    public static final int NETWORK = 3;
}
