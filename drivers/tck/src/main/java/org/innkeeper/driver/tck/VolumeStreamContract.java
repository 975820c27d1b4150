package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.StorageFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in volumes: uploads, downloads, copies, wiping. */
public abstract class VolumeStreamContract extends DriverContract {
    private static final int CAPACITY = 1 << 20;
    private static final int CHUNK = 100_000;

    private StorageFacet storage;
    private StoragePoolRef pool;
    private VolumeRef volume;

    /** For subclasses. */
    protected VolumeStreamContract() {}

    @BeforeEach
    final void makeVolume() {
        storage = required(StorageFacet.class, Feature.STORAGE_STREAMS);
        pool = storage.definePoolXml(call(), fixture.poolXml(uniqueName("streams"), UUID.randomUUID()));
        storage.buildPool(call(), pool, StorageFlags.BUILD_NEW);
        storage.startPool(call(), pool, 0);
        volume = storage.createVolumeXml(call(), pool, xml("data.img"), 0);
    }

    @AfterEach
    final void removePool() {
        if (pool != null) {
            PoolCleaner.remove(storage, pool);
        }
    }

    private static String xml(String name) {
        return "<volume><name>" + name + "</name><capacity unit='bytes'>" + CAPACITY
                + "</capacity><target><format type='raw'/></target></volume>";
    }

    private static byte[] noise(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    private void upload(byte[] data, long offset) {
        try (ByteStream stream = storage.upload(call(), volume, offset, data.length, 0)) {
            for (int at = 0; at < data.length; at += CHUNK) {
                stream.write(data, at, Math.min(CHUNK, data.length - at));
            }
            stream.finish();
        }
    }

    private byte[] download(VolumeRef from, long offset, long length) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ByteStream stream = storage.download(call(), from, offset, length, 0)) {
            byte[] buffer = new byte[CHUNK];
            for (int count = stream.read(buffer, 0, CHUNK); count >= 0; count = stream.read(buffer, 0, CHUNK)) {
                assertThat(count).isPositive();
                all.write(buffer, 0, count);
            }
            stream.finish();
        }
        return all.toByteArray();
    }

    @Test
    void whatWasUploadedIsDownloaded() {
        byte[] data = noise(CAPACITY);

        upload(data, 0);

        assertThat(download(volume, 0, 0)).isEqualTo(data);
    }

    @Test
    void partOfAVolumeCanBeWrittenAndRead() {
        byte[] data = noise(70_001);

        upload(data, 130_003);

        assertThat(download(volume, 130_003, data.length)).isEqualTo(data);
        assertThat(download(volume, 130_000, 3)).containsOnly(0);
        assertThat(download(volume, 0, 0)).hasSize(CAPACITY);
    }

    @Test
    void copyHasTheSameContents() {
        byte[] data = noise(200_000);
        upload(data, 0);

        VolumeRef copy = storage.createVolumeXmlFrom(call(), pool, xml("copy.img"), volume, 0);
        storage.wipeVolume(call(), volume, 0);

        assertThat(download(copy, 0, data.length)).isEqualTo(data);
        assertThat(download(volume, 0, data.length)).isNotEqualTo(data);
    }

    @Test
    void wipedVolumeReadsAsZeros() {
        upload(noise(100_000), 0);

        storage.wipeVolume(call(), volume, 0);

        assertThat(download(volume, 0, 100_000)).containsOnly(0);
    }

    @Test
    void sparseStreamsHaveHoles() {
        byte[] data = noise(65_536);
        try (ByteStream stream = storage.upload(call(), volume, 0, 0, 1)) {
            stream.writeHole(262_144);
            stream.write(data, 0, data.length);
            stream.writeHole(CAPACITY - 262_144L - data.length);
            stream.finish();
        }
        assertThat(download(volume, 262_144, data.length)).isEqualTo(data);

        byte[] read = new byte[CAPACITY];
        int at = 0;
        try (ByteStream stream = storage.download(call(), volume, 0, 0, 1)) {
            byte[] buffer = new byte[CHUNK];
            for (int count = stream.read(buffer, 0, CHUNK); count != -1; count = stream.read(buffer, 0, CHUNK)) {
                if (count == ByteStream.HOLE) {
                    at += (int) stream.readHole();
                } else {
                    System.arraycopy(buffer, 0, read, at, count);
                    at += count;
                }
            }
            stream.finish();
        }
        assertThat(at).isEqualTo(CAPACITY);
        assertThat(Arrays.copyOfRange(read, 262_144, 262_144 + data.length)).isEqualTo(data);
        assertThat(Arrays.copyOfRange(read, 0, 262_144)).containsOnly(0);
    }

    @Test
    void abortedUploadLeavesAVolumeThatCanBeUsed() {
        try (ByteStream stream = storage.upload(call(), volume, 0, 0, 0)) {
            stream.write(noise(1_000), 0, 1_000);
            stream.abort();
            assertFails(() -> stream.write(noise(10), 0, 10), ErrorCode.INVALID_STREAM, ErrorCode.OPERATION_ABORTED);
        }
        byte[] data = noise(5_000);
        upload(data, 0);

        assertThat(download(volume, 0, data.length)).isEqualTo(data);
    }

    @Test
    void rangesOutsideTheVolumeAreRefused() {
        assertFails(() -> storage.download(call(), volume, CAPACITY + 1L, 1, 0).close(), ErrorCode.INVALID_ARG);
        assertFails(() -> storage.download(call(), volume, 0, CAPACITY + 1L, 0).close(), ErrorCode.INVALID_ARG);
        assertFails(() -> storage.upload(call(), volume, -1, 1, 0).close(), ErrorCode.INVALID_ARG);
    }

    @Test
    void unknownFlagsAreRefused() {
        assertRefusesUnknownFlag(
                () -> storage.upload(call(), volume, 0, 0, UNKNOWN_FLAG).close());
        assertRefusesUnknownFlag(
                () -> storage.download(call(), volume, 0, 0, UNKNOWN_FLAG).close());
    }
}
