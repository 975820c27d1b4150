package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices mean for the rest of a guest. */
class DeviceChangesTest extends PlainHost {
    private static final long LIVE = DomainFlags.AFFECT_LIVE;
    private DeviceFacet devices;

    @BeforeEach
    void findDevices() {
        devices = facet(DeviceFacet.class);
    }

    private DomainStats stats() {
        return facet(StatisticsFacet.class)
                .allStats(context, java.util.List.of(test), 0, 0)
                .get(0);
    }

    @Test
    void newDiskHasStatistics() {
        devices.attach(context, test, "<disk><source file='/b.img'/><target dev='vdb'/></disk>", LIVE);

        assertThat(stats().number("block.count")).hasValue(2);
        assertThat(stats().text("block.1.name")).isEqualTo("vdb");
        assertThat(stats().text("block.1.path")).isEqualTo("/b.img");
        assertThat(facet(StatisticsFacet.class)
                        .blockInfo(context, test, "/b.img")
                        .capacity())
                .isPositive();
    }

    @Test
    void emptyDriveHasNoCounters() {
        devices.attach(context, test, "<disk device='cdrom'><target dev='sda'/><readonly/></disk>", LIVE);

        assertThat(stats().text("block.1.name")).isEqualTo("sda");
        assertThat(stats().number("block.1.rd.bytes")).isEmpty();
        assertFails(
                ErrorCode.OPERATION_INVALID, () -> facet(StatisticsFacet.class).blockInfo(context, test, "sda"));
    }

    @Test
    void changedMediumKeepsThePlaceOfTheDrive() {
        devices.attach(
                context,
                test,
                "<disk device='cdrom'><target dev='sda' bus='sata'/><address type='drive' unit='3'/></disk>",
                LIVE);

        devices.update(
                context,
                test,
                "<disk device='cdrom'><source file='/new.iso'/><target dev='sda' bus='sata'/></disk>",
                LIVE);

        assertThat(domains.xml(context, test, 0)).contains("/new.iso", "<address type='drive' unit='3'/>");
        assertThat(stats().number("block.1.rd.bytes")).isPresent();
        assertThat(stats().number("block.1.wr.bytes")).isEmpty();
    }

    @Test
    void interfacesKeepTheirNamesWhenOneGoes() {
        devices.attach(
                context,
                test,
                "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>",
                LIVE);
        devices.attach(
                context,
                test,
                "<interface type='network'><mac address='52:54:00:00:00:02'/><source network='default'/></interface>",
                LIVE);
        assertThat(stats().text("net.2.name")).isEqualTo("vnet1");

        devices.detach(context, test, "<interface><mac address='52:54:00:00:00:01'/></interface>", LIVE);

        assertThat(stats().number("net.count")).hasValue(2);
        assertThat(stats().text("net.1.name")).isEqualTo("vnet1");
    }

    @Test
    void otherDevicesGoByWhatTheySay() {
        devices.attach(context, test, "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>", LIVE);
        assertThat(domains.xml(context, test, 0)).contains("/dev/urandom");
        assertFails(
                ErrorCode.DEVICE_MISSING,
                () -> devices.detach(context, test, "<rng model='virtio'><backend model='egd'/></rng>", LIVE));

        devices.detach(context, test, "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>", LIVE);

        assertThat(domains.xml(context, test, 0)).doesNotContain("/dev/urandom");
    }

    @Test
    void failedChangeOfBothDefinitionsChangesNone() {
        devices.attach(context, test, "<disk><source file='/b.img'/><target dev='vdb'/></disk>", LIVE);

        assertFails(
                ErrorCode.DEVICE_MISSING,
                () -> devices.detach(
                        context,
                        test,
                        "<disk><target dev='vdb'/></disk>",
                        DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG));

        assertThat(domains.xml(context, test, 0)).contains("vdb");
    }
}
