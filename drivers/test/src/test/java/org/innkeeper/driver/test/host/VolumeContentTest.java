package org.innkeeper.driver.test.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

class VolumeContentTest {
    private final VolumeContent content = new VolumeContent();

    private byte[] read(long position, int length) {
        byte[] buffer = new byte[length];
        content.read(position, buffer, 0, length);
        return buffer;
    }

    @Test
    void whatWasNotWrittenReadsAsZeros() {
        assertThat(read(1L << 40, 100)).containsOnly(0);
        assertThat(content.allocated()).isZero();
    }

    @Test
    void dataMayCrossBlocks() {
        byte[] data = new byte[VolumeContent.BLOCK * 2 + 10];
        new Random(1).nextBytes(data);

        content.write(VolumeContent.BLOCK - 5, data, 0, data.length);

        assertThat(read(VolumeContent.BLOCK - 5, data.length)).isEqualTo(data);
        assertThat(read(0, 10)).containsOnly(0);
        assertThat(content.allocated()).isEqualTo(4L * VolumeContent.BLOCK);
    }

    @Test
    void holesAndDataAlternate() {
        content.write(3L * VolumeContent.BLOCK, new byte[] {1}, 0, 1);
        content.write(4L * VolumeContent.BLOCK, new byte[] {1}, 0, 1);

        assertThat(content.isData(0)).isFalse();
        assertThat(content.nextChange(0, 1 << 20)).isEqualTo(3L * VolumeContent.BLOCK);
        assertThat(content.nextChange(3L * VolumeContent.BLOCK, 1 << 20)).isEqualTo(5L * VolumeContent.BLOCK);
        assertThat(content.nextChange(5L * VolumeContent.BLOCK, 1 << 20)).isEqualTo(1 << 20);
    }

    @Test
    void memoryIsNotADisk() {
        byte[] block = new byte[VolumeContent.BLOCK];
        assertThatThrownBy(() -> {
                    for (long i = 0; i < 2_000; i++) {
                        content.write(i * block.length, block, 0, block.length);
                    }
                })
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("MiB");
    }

    @Test
    void copyIsApartFromItsSource() {
        content.write(0, new byte[] {7}, 0, 1);
        VolumeContent copy = new VolumeContent();
        copy.copyFrom(content);
        content.clear();
        byte[] buffer = new byte[1];
        copy.read(0, buffer, 0, 1);

        assertThat(buffer).containsExactly(7);
        assertThat(read(0, 1)).containsExactly(0);
    }
}
