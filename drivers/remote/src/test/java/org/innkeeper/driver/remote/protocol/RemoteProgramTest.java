package org.innkeeper.driver.remote.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;
import org.junit.jupiter.api.Test;

class RemoteProgramTest {
    private static final DomainRef WEB = new DomainRef("web", UUID.randomUUID(), 3);

    @Test
    void everyNumberUpToTheLastIsThereOnce() {
        assertThat(RemoteProgram.procedures()).hasSize(443);
        for (int number = 1; number <= 443; number++) {
            assertThat(RemoteProgram.procedure(number).number()).isEqualTo(number);
        }
        assertThat(RemoteProgram.procedure(0)).isNull();
        assertThat(RemoteProgram.procedure(444)).isNull();
        assertThat(RemoteProgram.procedure(-1)).isNull();
    }

    @Test
    void theDaemonsMessagesAreEvents() {
        assertThat(RemoteProgram.procedure("DOMAIN_EVENT_CALLBACK_LIFECYCLE").event())
                .isTrue();
        assertThat(RemoteProgram.procedure("DOMAIN_CREATE").event()).isFalse();
    }

    @Test
    void eachCharacterOfANameTakesFourBytes() {
        byte[] model = new byte[32];
        System.arraycopy("x86_64".getBytes(StandardCharsets.US_ASCII), 0, model, 0, 6);
        Layout layout = RemoteProgram.procedure("NODE_GET_INFO").results();
        XdrWriter out = new XdrWriter(1_000);

        layout.writeFields(out, model, 1024L, 4, 2400, 1, 1, 2, 2);

        assertThat(out.length()).isEqualTo(160);
        Values values = layout.read(reader(out));
        assertThat(values.bytes("model")).isEqualTo(model);
        assertThat(values.integer("threads")).isEqualTo(2);
    }

    @Test
    void smallNumbersTakeFourBytes() {
        Layout layout = RemoteProgram.procedure("DOMAIN_GET_INFO").results();
        XdrWriter out = new XdrWriter(1_000);

        layout.writeFields(out, 1, 2048L, 1024L, 2, 99L);

        assertThat(out.length()).isEqualTo(32);
        assertThat(layout.read(reader(out)).number("cpuTime")).isEqualTo(99);
    }

    @Test
    void statisticsBecomeRecordsOfCore() {
        Layout layout = RemoteProgram.procedure("CONNECT_GET_ALL_DOMAIN_STATS").results();
        List<TypedParameter> parameters = List.of(
                TypedParameter.ofInt("state.state", -1),
                TypedParameter.ofUint("vcpu.current", 0xffff_ffffL),
                TypedParameter.ofLong("a", Long.MIN_VALUE),
                TypedParameter.ofUlong("cpu.time", -1),
                TypedParameter.ofDouble("d", 0.5),
                TypedParameter.ofBoolean("b", true),
                TypedParameter.ofString("block.0.name", "vda"));
        XdrWriter out = new XdrWriter(10_000);

        layout.writeFields(out, List.of(new org.innkeeper.core.model.DomainStats(WEB, 0, parameters)));

        var stats = layout.read(reader(out)).list("retStats", org.innkeeper.core.model.DomainStats.class);
        assertThat(stats).hasSize(1);
        assertThat(stats.get(0).domain()).isEqualTo(WEB);
        assertThat(stats.get(0).parameters()).isEqualTo(parameters);
    }

    @Test
    void anOptionalFieldMayBeAbsentAndNoOther() {
        Layout layout = RemoteProgram.procedure("CONNECT_OPEN").arguments();
        XdrWriter out = new XdrWriter(100);

        layout.writeFields(out, null, 0L);

        assertThat(layout.read(reader(out)).get("name")).isNull();
        assertThatThrownBy(() -> layout.writeFields(new XdrWriter(100), "test:///default", null))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("flags");
    }

    @Test
    void aListOverTheLimitOfTheProtocolIsNotSent() {
        Layout layout = RemoteProgram.procedure("DOMAIN_SEND_KEY").arguments();
        List<Integer> keys = java.util.Collections.nCopies(17, 30);

        assertThatThrownBy(() -> layout.writeFields(new XdrWriter(1_000), WEB, 0L, 0L, keys, 0L))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("keycodes")
                .hasMessageContaining("16");
    }

    @Test
    void aNameThatIsNotInTheTableIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> RemoteProgram.procedure("DOMAIN_FLY")).isInstanceOf(IllegalArgumentException.class);
    }

    private static XdrReader reader(XdrWriter out) {
        byte[] bytes = out.toBytes();
        return new XdrReader(bytes, 0, bytes.length);
    }
}
