package org.innkeeper.driver.storage.pool;

import java.nio.file.Path;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.driver.storage.image.ImageFormat;

/**
 * A file of a pool.
 *
 * @param ref pool, name and key; the key is the path
 * @param path where it is
 * @param format what its first bytes said when it was looked at
 */
record Volume(VolumeRef ref, Path path, ImageFormat format) {}
