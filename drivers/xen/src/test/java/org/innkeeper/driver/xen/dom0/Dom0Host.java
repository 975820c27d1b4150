package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.process.ToolAdvice;
import org.innkeeper.core.process.ToolRun;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.xen.XenDriverProvider;

/** A connection to the Xen that this test runs on, by the driver's provider as the program opens it. */
final class Dom0Host implements AutoCloseable {
    static final Path WORK = Path.of("/srv/suite/work");
    /** How long anything may take under emulation. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final long DISK_BYTES = 16 << 20;
    private static final Path CONSOLES = Path.of("/var/log/xen");
    private static final String GUEST_IS_UP = "GUEST-IS-UP";

    private final DriverConnection connection;

    Dom0Host() {
        connection = new XenDriverProvider()
                .open(
                        call(),
                        ConnectUri.parse("xen:///"),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    static CallContext call() {
        return CallContext.within(PATIENCE);
    }

    DriverConnection connection() {
        return connection;
    }

    <F extends Facet> F facet(Class<F> kind) {
        return connection.facet(kind).orElseThrow(() -> new AssertionError("there is no " + kind.getSimpleName()));
    }

    DomainFacet domains() {
        return facet(DomainFacet.class);
    }

    static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofSeconds(1));
    }

    /**
     * The definition of a small Linux guest that does nothing. It has no devices: they come in a case of their own, since the
     * scripts that connect them are slow under emulation.
     */
    static String definition(String name, UUID uuid, String type) {
        return """
                <domain type='xen'>
                  <name>%s</name>
                  <uuid>%s</uuid>
                  <memory unit='KiB'>163840</memory>
                  <currentMemory unit='KiB'>163840</currentMemory>
                  <vcpu>1</vcpu>
                  <os>
                    <type>%s</type>
                    <kernel>/srv/guest/vmlinuz</kernel>
                    <initrd>/srv/guest/initrd</initrd>
                    <cmdline>console=hvc0 loglevel=4</cmdline>
                  </os>
                  <on_poweroff>destroy</on_poweroff>
                  <on_reboot>restart</on_reboot>
                  <on_crash>destroy</on_crash>
                </domain>"""
                .formatted(name, uuid, type);
    }

    /**
     * A disk without content, as a device of the host: connecting files takes Xen's scripts longer under emulation than xl
     * waits for them.
     */
    static Path disk(String name) throws IOException {
        Path file = WORK.resolve(name + ".img");
        boolean fresh = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), DISK_BYTES - 1);
        }
        if (fresh) {
            losetup("-f", file.toString());
        }
        String device = losetup("-n", "-O", "NAME", "-j", file.toString()).strip();
        assertThat(device).as("the loop device of " + file).startsWith("/dev/loop");
        return Path.of(device);
    }

    private static String losetup(String... arguments) {
        List<String> command = new ArrayList<>(List.of("/sbin/losetup"));
        command.addAll(List.of(arguments));
        ToolAdvice advice = new ToolAdvice(ErrorOrigin.XEN, "Install mount", "Look at the host's log");
        ToolRun.Result result = new ToolRun(command, PATIENCE, advice).run(call(), "Making a loop device");
        assertThat(result.exit()).as(result.errors()).isZero();
        return result.output();
    }

    /** How often a guest of that name has come up, as its console tells. */
    static int boots(String name) throws IOException {
        Path log = CONSOLES.resolve("guest-" + name + ".log");
        return Files.exists(log)
                ? Files.readString(log, StandardCharsets.ISO_8859_1).split(GUEST_IS_UP, -1).length - 1
                : 0;
    }

    void removeIfThere(UUID uuid) {
        try {
            DomainRef domain = domains().lookupByUuid(call(), uuid);
            if (domain.active()) {
                domains().destroy(call(), domain, 0);
            }
            domain = domains().lookupByUuid(call(), uuid);
            domains().undefine(call(), domain, 0);
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_DOMAIN && e.code() != ErrorCode.OPERATION_INVALID) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
