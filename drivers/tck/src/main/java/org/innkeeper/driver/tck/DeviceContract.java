package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adding, changing and removing devices. */
public abstract class DeviceContract extends DriverContract {
    private static final String MAC = "52:54:00:7c:00:01";
    private static final long LIVE = DomainFlags.AFFECT_LIVE;
    private static final long CONFIG = DomainFlags.AFFECT_CONFIG;

    private DeviceFacet devices;

    /** For subclasses. */
    protected DeviceContract() {}

    @BeforeEach
    final void findDevices() {
        devices = required(DeviceFacet.class, Feature.DOMAIN_ATTACH);
    }

    private String disk() {
        return fixture.extraDiskXml().orElseGet(() -> Assumptions.abort("no disk can be added here"));
    }

    private String nic() {
        return fixture.extraInterfaceXml(MAC).orElseGet(() -> Assumptions.abort("no interface can be added here"));
    }

    private static String target(String diskXml) {
        return XmlElement.parse(diskXml).element("target").attribute("dev");
    }

    private List<String> targets(DomainRef domain, long flags) {
        return xml(domain, flags).element("devices").elements("disk").stream()
                .map(disk -> disk.element("target").attribute("dev"))
                .toList();
    }

    private List<String> macs(DomainRef domain, long flags) {
        return xml(domain, flags).element("devices").elements("interface").stream()
                .map(nic -> nic.element("mac"))
                .filter(Objects::nonNull)
                .map(mac -> mac.attribute("address"))
                .toList();
    }

    @Test
    void diskOfARunningGuestComesAndGoes() {
        DomainRef domain = runningGuest();
        String disk = disk();

        devices.attach(call(), domain, disk, LIVE);
        assertThat(targets(domain, 0)).contains(fixture.diskTarget(), target(disk));
        assertThat(targets(domain, DomainFlags.XML_INACTIVE)).doesNotContain(target(disk));
        devices.detach(call(), domain, disk, LIVE);

        assertThat(targets(domain, 0)).containsExactly(fixture.diskTarget());
        assertThat(domains.status(call(), domain).state()).isIn(DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void diskOfTheStoredDefinitionComesAndGoes() {
        DomainRef domain = definedGuest();
        String disk = disk();

        devices.attach(call(), domain, disk, CONFIG);
        assertThat(targets(domain, 0)).containsExactly(fixture.diskTarget(), target(disk));
        devices.detach(call(), domain, disk, CONFIG);

        assertThat(targets(domain, 0)).containsExactly(fixture.diskTarget());
    }

    @Test
    void bothDefinitionsCanChangeAtOnce() {
        DomainRef domain = runningGuest();
        String disk = disk();

        devices.attach(call(), domain, disk, LIVE | CONFIG);

        assertThat(targets(domain, 0)).contains(target(disk));
        assertThat(targets(domain, DomainFlags.XML_INACTIVE)).contains(target(disk));
        devices.detach(call(), domain, disk, LIVE | CONFIG);
        assertThat(targets(domain, 0)).doesNotContain(target(disk));
        assertThat(targets(domain, DomainFlags.XML_INACTIVE)).doesNotContain(target(disk));
    }

    @Test
    void currentMeansLiveWhileItRuns() {
        DomainRef domain = runningGuest();
        String disk = disk();

        devices.attach(call(), domain, disk, DomainFlags.AFFECT_CURRENT);

        assertThat(targets(domain, 0)).contains(target(disk));
        assertThat(targets(domain, DomainFlags.XML_INACTIVE)).doesNotContain(target(disk));
    }

    @Test
    void interfaceGoesByItsMacAddress() {
        DomainRef domain = runningGuest();
        String nic = nic();

        devices.attach(call(), domain, nic, LIVE);
        assertThat(macs(domain, 0)).contains(MAC);
        devices.detach(
                call(),
                domain,
                "<interface type='" + XmlElement.parse(nic).attribute("type") + "'><mac address='" + MAC
                        + "'/></interface>",
                LIVE);

        assertThat(macs(domain, 0)).doesNotContain(MAC);
    }

    @Test
    void takenTargetAndMissingDeviceAreRefused() {
        DomainRef domain = definedGuest();
        String disk = disk();
        assertFails(
                () -> devices.detach(call(), domain, disk, CONFIG),
                ErrorCode.DEVICE_MISSING,
                ErrorCode.OPERATION_FAILED,
                ErrorCode.OPERATION_INVALID,
                ErrorCode.INVALID_ARG);
        devices.attach(call(), domain, disk, CONFIG);

        assertFails(
                () -> devices.attach(call(), domain, disk, CONFIG),
                ErrorCode.OPERATION_FAILED,
                ErrorCode.OPERATION_INVALID,
                ErrorCode.INVALID_ARG);
        assertThat(targets(domain, 0)).containsExactly(fixture.diskTarget(), target(disk));
    }

    @Test
    void liveDevicesNeedARun() {
        DomainRef domain = definedGuest();
        String disk = disk();

        assertFails(() -> devices.attach(call(), domain, disk, LIVE), ErrorCode.OPERATION_INVALID);
        assertThat(targets(domain, 0)).containsExactly(fixture.diskTarget());
    }

    @Test
    void whatIsNoDeviceIsRefused() {
        DomainRef domain = definedGuest();

        assertFails(
                () -> devices.attach(call(), domain, "<nonsense/>", CONFIG),
                ErrorCode.XML_ERROR,
                ErrorCode.CONFIG_UNSUPPORTED,
                ErrorCode.INVALID_ARG);
        assertFails(
                () -> devices.attach(call(), domain, "<disk><target dev='vdz'></disk>", CONFIG),
                ErrorCode.XML_DETAIL,
                ErrorCode.XML_ERROR);
    }

    @Test
    void updateNeedsADeviceThatIsThere() {
        requires(Feature.DOMAIN_UPDATE_DEVICE, () -> devices.update(call(), definedGuest(), disk(), CONFIG));
        DomainRef domain = definedGuest();
        String disk = disk();
        assertFails(
                () -> devices.update(call(), domain, disk, CONFIG),
                ErrorCode.DEVICE_MISSING,
                ErrorCode.OPERATION_FAILED,
                ErrorCode.OPERATION_INVALID,
                ErrorCode.INVALID_ARG);
        devices.attach(call(), domain, disk, CONFIG);

        devices.update(call(), domain, disk.replace("</disk>", "<readonly/></disk>"), CONFIG);

        XmlElement changed = xml(domain, 0).element("devices").elements("disk").stream()
                .filter(d -> d.element("target").attribute("dev").equals(target(disk)))
                .findFirst()
                .orElseThrow();
        assertThat(changed.element("readonly")).isNotNull();
        assertThat(targets(domain, 0)).containsExactly(fixture.diskTarget(), target(disk));
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = definedGuest();
        String disk = disk();

        assertRefusesUnknownFlag(() -> devices.attach(call(), domain, disk, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> devices.detach(call(), domain, disk, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> devices.update(call(), domain, disk, UNKNOWN_FLAG));
    }
}
