package org.innkeeper.core.model;

/**
 * Counters of a disk since the domain was started: libvirt's {@code virDomainBlockStats}. -1 means the driver cannot
 * tell.
 *
 * @param readRequests reads
 * @param readBytes bytes read
 * @param writeRequests writes
 * @param writeBytes bytes written
 * @param errors errors, known to Xen only
 */
public record BlockStats(long readRequests, long readBytes, long writeRequests, long writeBytes, long errors) {}
