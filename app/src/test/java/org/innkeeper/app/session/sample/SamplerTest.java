package org.innkeeper.app.session.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.app.session.DeviceSeries;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.model.TypedParameter;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final long SECOND = 1_000_000_000L;

    private final Sampler sampler = new Sampler();
    private final UUID uuid = UUID.randomUUID();
    private final GuestKey key = new GuestKey(HostId.random(), uuid);
    private final float[] into = new float[SampleReader.LONG];
    private long time;

    private GuestRates tick(int id, TypedParameter... parameters) {
        time += SECOND;
        sampler.begin(8);
        GuestRates rates = sampler.guest(new DomainStats(new DomainRef("web", uuid, id), time, List.of(parameters)));
        sampler.end(null, null, time / 1_000_000);
        return rates;
    }

    private static TypedParameter value(String name, long number) {
        return TypedParameter.ofUlong(name, number);
    }

    @Test
    void cpuIsAShareOfTheVcpusAndOfTheHost() {
        tick(1, value("cpu.time", 0), value("vcpu.current", 2));

        GuestRates rates = tick(1, value("cpu.time", SECOND), value("vcpu.current", 2));

        assertThat(rates.cpu()).isCloseTo(0.5f, within(1e-6f));
        assertThat(rates.hostCpu()).isCloseTo(0.125f, within(1e-6f));
    }

    @Test
    void cpuIsAtMostAllOfTheVcpus() {
        tick(1, value("cpu.time", 0), value("vcpu.current", 1));

        assertThat(tick(1, value("cpu.time", 3 * SECOND), value("vcpu.current", 1))
                        .cpu())
                .isEqualTo(1f);
    }

    @Test
    void vcpusAreCountedWhereTheirNumberIsNotTold() {
        tick(1, value("cpu.time", 0), value("vcpu.0.time", 0), value("vcpu.3.time", 0));

        assertThat(tick(1, value("cpu.time", SECOND), value("vcpu.0.time", 0), value("vcpu.3.time", 0))
                        .cpu())
                .isCloseTo(0.25f, within(1e-6f));
        assertThat(sampler.vcpus()).isEqualTo(4);
    }

    @Test
    void ratesUseTheTimeOfTheHostAndSumOverDevices() {
        tick(1, value("block.0.rd.bytes", 100), value("block.1.rd.bytes", 0), value("net.0.tx.bytes", 7));
        time += SECOND;

        GuestRates rates =
                tick(1, value("block.0.rd.bytes", 1100), value("block.1.rd.bytes", 3000), value("net.0.tx.bytes", 9));

        assertThat(rates.diskReadBytesPerSecond()).isEqualTo(2000f);
        assertThat(rates.txBytesPerSecond()).isEqualTo(1f);
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        tick(1, value("cpu.time", 0));

        GuestRates rates = tick(1, value("cpu.time", SECOND));

        assertThat(rates.diskReadBytesPerSecond()).isNaN();
        assertThat(rates.rxBytesPerSecond()).isNaN();
        assertThat(rates.cpu()).isNaN();
        assertThat(rates.memoryUsedKiB()).isEqualTo(-1);
        assertThat(rates.memory()).isNaN();
        assertThat(sampler.read(key, Metric.RX, into)).isZero();
    }

    @Test
    void aCounterThatFallsIsAGap() {
        tick(1, value("net.0.rx.bytes", 5000));
        tick(1, value("net.0.rx.bytes", 6000));
        GuestRates fallen = tick(1, value("net.0.rx.bytes", 10));
        GuestRates after = tick(1, value("net.0.rx.bytes", 30));

        assertThat(fallen.rxBytesPerSecond()).isNaN();
        assertThat(after.rxBytesPerSecond()).isEqualTo(20f);
    }

    @Test
    void aNewRunIsAGapThoughItsCounterIsHigher() {
        tick(1, value("net.0.rx.bytes", 5000));

        assertThat(tick(2, value("net.0.rx.bytes", 9000)).rxBytesPerSecond()).isNaN();
    }

    @Test
    void memoryIsWhatTheGuestTellsElseWhatTheHostSees() {
        GuestRates told = tick(
                1,
                value("balloon.current", 1000),
                value("balloon.maximum", 2000),
                value("balloon.available", 900),
                value("balloon.usable", 300),
                value("balloon.rss", 5));
        GuestRates seen = tick(1, value("balloon.current", 1000), value("balloon.rss", 1200));

        assertThat(told.memoryUsedKiB()).isEqualTo(600);
        assertThat(told.memoryMaxKiB()).isEqualTo(2000);
        assertThat(told.memory()).isCloseTo(0.3, within(1e-9));
        assertThat(seen.memoryUsedKiB()).isEqualTo(1000);
        assertThat(seen.memoryMaxKiB()).isEqualTo(1000);
    }

    @Test
    void aGuestThatIsOffHasNoRates() {
        tick(1, value("cpu.time", 0), value("vcpu.current", 1), value("balloon.current", 1000));
        GuestRates off = tick(-1, value("balloon.current", 1000), value("balloon.maximum", 1000));

        assertThat(off.cpu()).isNaN();
        assertThat(off.memoryUsedKiB()).isEqualTo(-1);
        assertThat(off.memoryMaxKiB()).isEqualTo(1000);
    }

    @Test
    void seriesHaveGapsWhereTheGuestWasMissingAndEndWithTheNewest() {
        tick(1, value("balloon.rss", 1));
        time += SECOND;
        sampler.begin(8);
        sampler.end(null, null, 0);
        tick(1, value("balloon.rss", 3));

        assertThat(sampler.read(key, Metric.MEMORY, into)).isEqualTo(3);
        assertThat(into[0]).isEqualTo(1f);
        assertThat(into[1]).isNaN();
        assertThat(into[2]).isEqualTo(3f);
    }

    @Test
    void aGuestThatLeftEndsWithGaps() {
        tick(1, value("balloon.rss", 1));
        sampler.begin(8);
        sampler.end(null, null, 0);

        assertThat(sampler.read(key, Metric.MEMORY, into)).isEqualTo(2);
        assertThat(into[1]).isNaN();
    }

    @Test
    void onlyTheNewestSamplesAreKept() {
        for (int i = 1; i <= 1000; i++) {
            tick(1, value("balloon.rss", i));
        }

        assertThat(sampler.read(key, Metric.MEMORY, into)).isEqualTo(SampleReader.SHORT);
        assertThat(into[0]).isEqualTo(1000f - SampleReader.SHORT + 1);
        assertThat(into[SampleReader.SHORT - 1]).isEqualTo(1000f);
        assertThat(sampler.read(key, Metric.MEMORY, new float[5])).isEqualTo(5);
    }

    @Test
    void timesBelongToTheSamples() {
        long[] times = new long[10];
        tick(1);
        tick(1);

        assertThat(sampler.readTimes(times)).isEqualTo(2);
        assertThat(times).startsWith(1000, 2000);
    }

    @Test
    void aPinnedGuestKeepsLongSeriesThatBeginWithTheShortOnes() {
        tick(1, value("balloon.rss", 1));
        tick(1, value("balloon.rss", 2));
        HostSession.Pin pin = sampler.pin(uuid);
        for (int i = 3; i <= 500; i++) {
            tick(1, value("balloon.rss", i));
        }

        assertThat(sampler.read(key, Metric.MEMORY, into)).isEqualTo(500);
        assertThat(into[0]).isEqualTo(1f);
        assertThat(into[499]).isEqualTo(500f);

        pin.close();
        assertThat(sampler.read(key, Metric.MEMORY, into)).isEqualTo(SampleReader.SHORT);
    }

    @Test
    void aGuestStaysPinnedUntilTheLastPinIsClosed() {
        HostSession.Pin first = sampler.pin(uuid);
        HostSession.Pin second = sampler.pin(uuid);
        tick(1, value("vcpu.0.time", 0));
        first.close();
        first.close();
        assertThat(sampler.devices(key)).hasSize(1);

        second.close();
        assertThat(sampler.devices(key)).isEmpty();
    }

    @Test
    void devicesOfAPinnedGuestHaveTheirOwnSeries() {
        HostSession.Pin pin = sampler.pin(uuid);
        for (long i = 0; i < 3; i++) {
            tick(
                    1,
                    value("vcpu.0.time", i * SECOND / 4),
                    TypedParameter.ofString("block.0.name", "vda"),
                    value("block.0.rd.bytes", i * 10),
                    value("block.0.wr.bytes", i * 20),
                    TypedParameter.ofString("net.0.name", "vnet7"),
                    value("net.0.rx.bytes", i * 30));
        }

        List<DeviceSeries> devices = new ArrayList<>(sampler.devices(key));
        assertThat(devices)
                .containsExactlyInAnyOrder(
                        new DeviceSeries(DeviceSeries.Kind.VCPU, 0, "0"),
                        new DeviceSeries(DeviceSeries.Kind.DISK_READ, 0, "vda"),
                        new DeviceSeries(DeviceSeries.Kind.DISK_WRITE, 0, "vda"),
                        new DeviceSeries(DeviceSeries.Kind.RX, 0, "vnet7"));
        assertThat(newest(new DeviceSeries(DeviceSeries.Kind.VCPU, 0, "0"))).isCloseTo(0.25f, within(1e-6f));
        assertThat(newest(new DeviceSeries(DeviceSeries.Kind.DISK_WRITE, 0, "vda")))
                .isEqualTo(20f);
        assertThat(newest(new DeviceSeries(DeviceSeries.Kind.RX, 0, "vnet7"))).isEqualTo(30f);
        pin.close();
    }

    private float newest(DeviceSeries series) {
        int count = sampler.read(key, series, into);
        assertThat(count).isEqualTo(3);
        assertThat(into[0]).isNaN();
        return into[count - 1];
    }

    @Test
    void aNewRunIsAGapOfItsDevicesToo() {
        HostSession.Pin pin = sampler.pin(uuid);
        tick(1, value("net.0.rx.bytes", 10));
        tick(1, value("net.0.rx.bytes", 20));
        tick(2, value("net.0.rx.bytes", 500));

        sampler.read(key, new DeviceSeries(DeviceSeries.Kind.RX, 0, "0"), into);
        assertThat(into[1]).isEqualTo(10f);
        assertThat(into[2]).isNaN();
        pin.close();
    }

    @Test
    void theHostHasItsOwnCounters() {
        sampler.begin(2);
        sampler.end(new NodeCpuStats(100, 0, 900, 0), new NodeMemoryStats(1000, 600, 50, 50), 1);
        sampler.begin(2);
        HostLoad load = sampler.end(new NodeCpuStats(140, 10, 950, 0), new NodeMemoryStats(1000, 500, 50, 50), 2);

        assertThat(load.cpu()).isCloseTo(0.5, within(1e-9));
        assertThat(load.memoryUsedKiB()).isEqualTo(400);
        assertThat(load.memory()).isCloseTo(0.4, within(1e-9));
        assertThat(sampler.readHost(Metric.CPU, into)).isEqualTo(2);
        assertThat(into[1]).isCloseTo(0.5f, within(1e-6f));
        assertThat(sampler.readHost(Metric.RX, into)).isZero();
    }

    @Test
    void aHostThatDoesNotTellIsUnknown() {
        sampler.begin(0);
        HostLoad load = sampler.end(null, null, 1);

        assertThat(load.cpu()).isNaN();
        assertThat(load.memory()).isNaN();
    }

    @Test
    void parametersMayChangeTheirOrderAndHaveNamesWeDoNotKnow() {
        tick(1, value("net.0.rx.bytes", 10), value("balloon.rss", 1));
        GuestRates rates = tick(
                1,
                value("future.99999999999.thing", 3),
                value("balloon.rss", 2),
                value("block.5000.rd.bytes", 3),
                value("net.0.rx.bytes", 20));

        assertThat(rates.rxBytesPerSecond()).isEqualTo(10f);
        assertThat(rates.memoryUsedKiB()).isEqualTo(2);
        assertThat(rates.diskReadBytesPerSecond()).isNaN();
    }

    @Test
    void guestsThatAreGoneAreForgotten() {
        tick(1, value("balloon.rss", 1));

        sampler.retain(Set.of());

        assertThat(sampler.read(key, Metric.MEMORY, into)).isZero();
    }
}
