package org.innkeeper.core.model;

/**
 * Sizes of a disk, bytes: libvirt's {@code virDomainBlockInfo}.
 *
 * @param capacity what the guest sees
 * @param allocation what is in use of the host's storage
 * @param physical the size of the container on the host
 */
public record BlockInfo(long capacity, long allocation, long physical) {}
