package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.driver.xen.dom0.XlGuest.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.xenstore.StoreAddress;
import org.innkeeper.driver.xen.xenstore.Xenstore;
import org.innkeeper.driver.xen.xenstore.XenstorePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The true store of a Xen host, by the daemon's socket and by the kernel's device. */
@ParameterizedClass
@MethodSource("addresses")
class XenstoreInDom0 {
    private static final int NAMES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CallContext context = CallContext.within(PATIENCE);
    private final StoreAddress address;

    XenstoreInDom0(StoreAddress address) {
        this.address = address;
    }

    static List<StoreAddress> addresses() {
        return List.of(
                StoreAddress.socket(Path.of("/var/run/xenstored/socket")),
                StoreAddress.device(Path.of("/dev/xen/xenbus")));
    }

    @Test
    void readsWritesAndTransacts() throws IOException {
        try (Xenstore store = Xenstore.open(address, PATIENCE, () -> {})) {
            assertThat(store.read(context, "/local/domain/0/name"))
                    .contains(run("xenstore-read", "/local/domain/0/name").trim());
            assertThat(store.domainPath(context, 0)).isEqualTo("/local/domain/0");
            List<String> paths = new ArrayList<>();
            store.remove(context, "/tool/innkeeper");
            store.transaction(context, transaction -> {
                for (int i = 0; i < NAMES; i++) {
                    transaction.write(context, "/tool/innkeeper/" + i, "value " + i);
                    paths.add("/tool/innkeeper/" + i);
                }
                return null;
            });
            assertThat(store.list(context, "/tool/innkeeper")).hasSize(NAMES);
            assertThat(store.readAll(context, paths)).hasSize(NAMES).containsEntry(paths.get(99), "value 99");
            store.remove(context, "/tool/innkeeper");
            assertThat(store.exists(context, "/tool/innkeeper")).isFalse();
        }
    }

    /** The OCaml daemon, which this host has, tells a long list as one over its socket and not at all over the device. */
    @Test
    void listsWhatIsLongerThanAMessageWhereTheDaemonCan() {
        try (Xenstore store = Xenstore.open(address, PATIENCE, () -> {})) {
            String name = "a-name-of-some-length-so-that-fewer-are-needed-";
            store.transaction(context, transaction -> {
                for (int i = 0; i < NAMES; i++) {
                    transaction.write(context, "/tool/long/" + name + i, "");
                }
                return null;
            });
            if (address.kind() == StoreAddress.Kind.DEVICE) {
                assertThatThrownBy(() -> store.list(context, "/tool/long")).hasMessageContaining("E2BIG");
            } else {
                assertThat(store.list(context, "/tool/long")).hasSize(NAMES);
            }
            store.remove(context, "/tool/long");
        }
    }

    @Test
    void closingEndsItsThreads() {
        long before = threads();
        Xenstore store = Xenstore.open(address, PATIENCE, () -> {});
        assertThat(store.exists(context, "/local")).isTrue();
        assertThat(threads()).isGreaterThan(before);
        store.close();
        Awaitility.await("its threads end").atMost(PATIENCE).until(() -> threads() <= before);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("xenstore-"))
                .count();
    }

    @Test
    void tellsTheLifeOfAGuest(TestReporter reporter) throws Exception {
        BlockingQueue<DomainChange> changes = new LinkedBlockingQueue<>();
        try (XenstorePart part = new XenstorePart(address);
                AutoCloseable watch = part.watch(context, changes::add)) {
            try (XlGuest guest = XlGuest.start("watched")) {
                await(changes, new DomainChange(DomainChange.Kind.INTRODUCED, guest.id()));
                DomainRecord record = part.activeDomain(context, guest.key());
                reporter.publishEntry("record", record.toString());
                assertThat(record.name()).isEqualTo("watched");
                assertThat(record.memory()).isEqualTo(160 * 1024);
                assertThat(record.maxVcpus()).isEqualTo(2);
                assertThat(record.hvm()).isFalse();
                assertThat(part.activeDomains(context))
                        .extracting(DomainRecord::id)
                        .contains(0, guest.id());
                Awaitility.await("its console")
                        .atMost(PATIENCE)
                        .until(() -> part.terminal(context, guest.key()).tty().startsWith("/dev/pts/"));

                changes.clear();
                part.setMemory(context, guest.key(), 150 * 1024);
                await(changes, new DomainChange(DomainChange.Kind.CHANGED, guest.id()));
                assertThat(part.activeDomain(context, guest.key()).memory()).isEqualTo(150 * 1024);

                part.setVcpus(context, guest.key(), 1);
                assertThat(run("xenstore-read", "/local/domain/" + guest.id() + "/cpu/1/availability"))
                        .startsWith("offline");

                XlGuest.xl("destroy", "watched");
                await(changes, new DomainChange(DomainChange.Kind.RELEASED, guest.id()));
            }
            assertThat(watch).isNotNull();
        }
    }

    private static void await(BlockingQueue<DomainChange> changes, DomainChange wanted) throws InterruptedException {
        DomainChange change;
        do {
            change = changes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(change).as("an event before " + wanted).isNotNull();
        } while (!change.equals(wanted));
    }
}
