package org.innkeeper.app.session;

/**
 * A storage volume.
 *
 * @param name its name in the pool
 * @param path the file or device on the host
 * @param capacity what a guest sees, bytes
 * @param allocation what it takes of the pool, bytes
 */
public record VolumeSummary(String name, String path, long capacity, long allocation) {}
