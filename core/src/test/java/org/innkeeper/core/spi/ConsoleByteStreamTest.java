package org.innkeeper.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

class ConsoleByteStreamTest {
    private final List<String> steps = new ArrayList<>();

    private final ConsoleByteStream console = new ConsoleByteStream(() -> steps.add("forgotten")) {
        @Override
        public int read(byte[] buffer, int offset, int length) {
            return -1;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            steps.add("written");
        }

        @Override
        protected void release() {
            steps.add(isClosed() ? "released" : "released too early");
        }
    };

    @Test
    void isReleasedOnceHoweverItEnds() {
        assertThat(console.isClosed()).isFalse();
        console.finish();
        console.abort();
        console.close();
        assertThat(steps).containsExactly("released", "forgotten");
    }

    @Test
    void hasNoHoles() {
        assertThatThrownBy(console::readHole).isInstanceOfSatisfying(InnkeeperException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.OPERATION_UNSUPPORTED));
        assertThatThrownBy(() -> console.writeHole(1)).isInstanceOf(InnkeeperException.class);
        assertThat(steps).isEmpty();
    }
}
