package org.innkeeper.core.model;

/**
 * State and sizes of a storage pool: libvirt's {@code virStoragePoolInfo}.
 *
 * @param state 0 inactive, 1 building, 2 running, 3 degraded, 4 inaccessible
 * @param capacity all of it, bytes
 * @param allocation what is in use, bytes
 * @param available what is left, bytes
 */
public record StoragePoolInfo(int state, long capacity, long allocation, long available) {
    public static final int INACTIVE = 0;
    public static final int BUILDING = 1;
    public static final int RUNNING = 2;
    public static final int DEGRADED = 3;
    public static final int INACCESSIBLE = 4;
}
