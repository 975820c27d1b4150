package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.ParameterType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same list of guests through virsh and through this driver, field by field. */
@Timeout(120)
class SameAsVirshTest {
    /** The words virsh has for states. */
    private static final Map<DomainState, String> STATES = Map.of(
            DomainState.NO_STATE, "no state",
            DomainState.RUNNING, "running",
            DomainState.BLOCKED, "idle",
            DomainState.PAUSED, "paused",
            DomainState.SHUTTING_DOWN, "in shutdown",
            DomainState.SHUT_OFF, "shut off",
            DomainState.CRASHED, "crashed",
            DomainState.PM_SUSPENDED, "pmsuspended");

    private final LibvirtdPeer peer = LibvirtdPeer.shared();
    private final CallContext context = CallContext.within(Duration.ofSeconds(100));
    private final List<DomainRef> made = new ArrayList<>();
    private String uri;
    private DriverConnection connection;
    private DomainFacet domains;
    private SaveFacet saves;

    private void open(String where) {
        uri = where;
        connection = new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        domains = connection.facet(DomainFacet.class).orElseThrow();
        saves = connection.facet(SaveFacet.class).orElseThrow();
    }

    @AfterEach
    void removeGuests() {
        for (DomainRef guest : made) {
            boolean persistent = domains.isPersistent(context, guest);
            if (domains.status(context, guest).state() != DomainState.SHUT_OFF) {
                domains.destroy(context, guest, 0);
            }
            if (persistent) {
                domains.undefine(context, guest, DomainFlags.UNDEFINE_MANAGED_SAVE);
            }
        }
        if (connection != null) {
            connection.close();
        }
    }

    @Test
    void guestsOfQemu() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "no QEMU to run: qemu-system-x86_64 is not installed");
        open(peer.unix("qemu", "/system"));
        define(qemu("off", 24, 1));
        domains.setAutostart(context, define(qemu("autostart", 40, 2)), true);
        domains.start(context, define(qemu("running", 24, 2)), 0);
        domains.suspend(context, domains.start(context, define(qemu("paused", 32, 1)), 0));
        made.add(domains.createXml(context, qemu("transient", 24, 1), DomainFlags.START_PAUSED));
        saves.managedSave(context, domains.start(context, define(qemu("saved", 24, 1)), 0), 0);

        compareAll(6);
    }

    @Test
    void guestsOfTheTestDriver() throws Exception {
        Path file = Files.createTempFile(peer.directory(), "node", ".xml");
        StringBuilder node = new StringBuilder("<node>");
        for (int state : new int[] {1, 3, 5, 6}) {
            node.append("<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>state")
                    .append(state)
                    // Each connection makes guests of its own out of the file, so their identity must stand there.
                    .append("</name><uuid>")
                    .append(UUID.randomUUID())
                    .append("</uuid><memory>65536</memory><vcpu>3</vcpu><os><type>hvm</type></os>")
                    .append("<test:runstate>")
                    .append(state)
                    .append("</test:runstate></domain>");
        }
        Files.writeString(file, node.append("</node>"));
        open(peer.tcp("test", file.toString()));

        compareAll(4);
    }

    private DomainRef define(String xml) {
        DomainRef guest = domains.defineXml(context, xml, 0);
        made.add(guest);
        return guest;
    }

    private String qemu(String name, int mebibytes, int vcpus) throws IOException {
        Path disk = Files.createTempFile(peer.directory(), name, ".img");
        Files.write(disk, new byte[1 << 20]);
        return "<domain type='qemu'><name>compared " + name + " \u00e4 &amp; &lt;" + UUID.randomUUID() + "</name>"
                + "<memory unit='MiB'>" + mebibytes + "</memory><vcpu>" + vcpus + "</vcpu>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>"
                + "<emulator>/usr/bin/qemu-system-x86_64</emulator><disk type='file' device='disk'>"
                + "<driver name='qemu' type='raw'/><source file='" + disk + "'/><target dev='vda' bus='virtio'/></disk>"
                + "<interface type='user'/></devices></domain>";
    }

    private void compareAll(int atLeast) throws Exception {
        List<DomainRef> ours = domains.list(context, 0);
        assertThat(ours).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(peer.virsh(uri, "list", "--all", "--uuid").split("\\s+"))
                .containsExactlyInAnyOrderElementsOf(
                        ours.stream().map(guest -> guest.uuid().toString()).toList());
        for (DomainRef guest : ours) {
            compareFacts(guest);
            compareDefinitions(guest);
            compareStatistics(guest);
        }
    }

    private void compareFacts(DomainRef guest) throws Exception {
        Map<String, String> theirs = fields(virsh("dominfo", guest), ":");
        DomainInfo info = domains.info(context, guest);

        Map<String, String> ours = new LinkedHashMap<>();
        ours.put("Id", guest.active() ? Integer.toString(guest.id()) : "-");
        ours.put("Name", guest.name());
        ours.put("UUID", guest.uuid().toString());
        ours.put("OS Type", domains.osType(context, guest));
        ours.put("State", STATES.get(info.state()));
        ours.put("CPU(s)", Integer.toString(info.vcpus()));
        ours.put("Max memory", info.maxMemory() + " KiB");
        ours.put("Used memory", info.memory() + " KiB");
        ours.put("Persistent", domains.isPersistent(context, guest) ? "yes" : "no");
        ours.put("Autostart", domains.autostart(context, guest) ? "enable" : "disable");
        ours.put("Managed save", saves.hasManagedSave(context, guest) ? "yes" : "no");

        assertThat(theirs).containsAllEntriesOf(ours);
        assertThat(theirs.containsKey("CPU time")).isEqualTo(info.cpuTime() != 0);
        assertThat(virsh("domstate", guest).strip())
                .isEqualTo(STATES.get(domains.status(context, guest).state()));
        assertThat(virsh("domid", guest).strip()).isEqualTo(ours.get("Id"));
    }

    private void compareDefinitions(DomainRef guest) throws Exception {
        assertThat(domains.xml(context, guest, 0).strip())
                .isEqualTo(virsh("dumpxml", guest).strip());
        assertThat(domains.xml(context, guest, DomainFlags.XML_INACTIVE | DomainFlags.XML_SECURE)
                        .strip())
                .isEqualTo(peer.virsh(
                                uri,
                                "dumpxml",
                                "--inactive",
                                "--security-info",
                                guest.uuid().toString())
                        .strip());
    }

    /** Ours are read between two of theirs: what stands still must be the same, what counts up must lie between. */
    private void compareStatistics(DomainRef guest) throws Exception {
        Map<String, String> before = fields(virsh("domstats", guest), "=");
        DomainStats stats = connection
                .facet(StatisticsFacet.class)
                .orElseThrow()
                .allStats(context, List.of(guest), 0, 0)
                .get(0);
        Map<String, String> after = fields(virsh("domstats", guest), "=");

        assertThat(stats.parameters()).extracting(TypedParameter::name).containsExactlyElementsOf(before.keySet());
        for (TypedParameter parameter : stats.parameters()) {
            String name = parameter.name();
            String ours = text(parameter);
            if (before.get(name).equals(after.get(name))) {
                assertThat(ours).as(name).isEqualTo(before.get(name));
            } else if (!name.startsWith("balloon.")) {
                assertThat(new BigInteger(ours))
                        .as(name)
                        .isBetween(new BigInteger(before.get(name)), new BigInteger(after.get(name)));
            }
        }
    }

    private static String text(TypedParameter parameter) {
        return parameter.type() == ParameterType.DOUBLE
                ? String.format(Locale.ROOT, "%f", parameter.asDouble())
                : parameter.asText();
    }

    private String virsh(String command, DomainRef guest) throws IOException, InterruptedException {
        return peer.virsh(uri, command, guest.uuid().toString());
    }

    private static Map<String, String> fields(String text, String separator) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            int at = line.indexOf(separator);
            if (at > 0 && !line.startsWith("Domain:")) {
                fields.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
            }
        }
        return fields;
    }
}
