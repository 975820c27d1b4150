package org.innkeeper.driver.xen.xenstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the true xenstored, with Xen's own client beside it. */
@Timeout(60)
class XenstoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static TrueXenstored server;
    private static Xenstore store;

    private final CallContext context = CallContext.within(LIMIT);

    @BeforeAll
    static void start() {
        server = TrueXenstored.start();
        store = connect();
    }

    @AfterAll
    static void end() {
        if (store != null) {
            store.close();
            server.close();
        }
    }

    private static Xenstore connect() {
        return Xenstore.open(StoreAddress.socket(server.socket()), LIMIT, () -> {});
    }

    @Test
    void readsWhatXensClientWroteAndTheOtherWayRound() {
        server.write("/read/theirs", "größer als 0");
        store.write(context, "/read/ours", "of ours");

        assertThat(store.read(context, "/read/theirs")).contains("größer als 0");
        assertThat(server.read("/read/ours")).contains("of ours");
        assertThat(store.read(context, "/read/none")).isEmpty();
        assertThat(store.list(context, "/read")).containsExactlyInAnyOrder("theirs", "ours");
        assertThat(store.list(context, "/read/none")).isEmpty();
    }

    @Test
    void showsTheSameTreeAsXensClient() {
        for (int id = 1; id <= 5; id++) {
            store.write(context, "/tree/" + id + "/name", "guest" + id);
            store.write(context, "/tree/" + id + "/memory/target", Integer.toString(id * 1024));
            store.mkdir(context, "/tree/" + id + "/device");
        }
        List<String> lines = new ArrayList<>();
        collect("/tree", lines);

        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(server.ls("/tree")
                        .lines()
                        .map(line -> line.replaceFirst(" *\\.? *$", ""))
                        .toList());
    }

    private void collect(String path, List<String> lines) {
        for (String name : store.list(context, path)) {
            String child = path + "/" + name;
            lines.add(child + " = \"" + store.read(context, child).orElseThrow() + "\"");
            collect(child, lines);
        }
    }

    @Test
    void listsADirectoryLongerThanAMessage() {
        List<String> names = new ArrayList<>();
        store.transaction(context, transaction -> {
            for (int i = 0; i < 700; i++) {
                transaction.write(context, "/long/a-name-of-some-length-" + i, "");
            }
            return null;
        });
        for (int i = 0; i < 700; i++) {
            names.add("a-name-of-some-length-" + i);
        }
        assertThat(store.list(context, "/long")).containsExactlyInAnyOrderElementsOf(names);
        assertThat(server.list("/long")).hasSize(700);
    }

    @Test
    void readsManyWithoutWaitingForEach() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            paths.add("/many/" + i);
            if (i % 10 != 0) {
                store.write(context, "/many/" + i, "value " + i);
            }
        }
        assertThat(store.readAll(context, paths))
                .hasSize(450)
                .containsEntry("/many/499", "value 499")
                .doesNotContainKey("/many/0");
    }

    @Test
    void removesAndTellsOfPermissions() {
        store.write(context, "/rights/a/b", "x");
        store.setPermissions(context, "/rights/a", List.of("n0", "r5"));
        assertThat(store.permissions(context, "/rights/a")).containsExactly("n0", "r5");

        store.remove(context, "/rights/a");
        store.remove(context, "/rights/a");
        store.remove(context, "/rights/none/below");
        assertThat(store.exists(context, "/rights/a/b")).isFalse();
    }

    @Test
    void knowsDomains() {
        assertThat(store.domainPath(context, 7)).isEqualTo("/local/domain/7");
        assertThat(store.isIntroduced(context, 7)).isFalse();
        store.introduce(context, 7, 100, 1);
        assertThat(store.isIntroduced(context, 7)).isTrue();
        store.release(context, 7);
        assertThat(store.isIntroduced(context, 7)).isFalse();
    }

    @Test
    void namesErrors() {
        assertThatThrownBy(() -> store.read(context, "//bad//path//"))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.error()).isEqualTo(StoreError.EINVAL);
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG);
                    assertThat(e).hasMessage("In the xenstore, '//bad//path//' is not valid (EINVAL)");
                });
        assertThatThrownBy(() -> store.permissions(context, "/no/such"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreError.ENOENT));
        assertThatThrownBy(() -> store.read(context, "/a\0/b")).isInstanceOf(InnkeeperException.class);
        assertThatThrownBy(() -> store.write(context, "/big", "x".repeat(4096)))
                .hasMessageContaining("longer than 4096 bytes");
        assertThat(store.isOpen()).isTrue();
    }

    @Test
    void aTransactionIsSeenAsAWhole() {
        store.transaction(context, transaction -> {
            transaction.write(context, "/whole/a", "1");
            assertThat(server.read("/whole/a")).isEmpty();
            assertThat(transaction.read(context, "/whole/a")).contains("1");
            transaction.write(context, "/whole/b", "2");
            return null;
        });
        assertThat(server.read("/whole/a")).contains("1");
        assertThat(server.read("/whole/b")).contains("2");
    }

    @Test
    void aTransactionThatFailsChangesNothing() {
        assertThatThrownBy(() -> store.transaction(context, transaction -> {
                    transaction.write(context, "/failed/a", "1");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.exists(context, "/failed/a")).isFalse();
    }

    @Test
    void aTransactionThatMeetsAnotherIsDoneAgain() {
        store.write(context, "/met", "0");
        AtomicInteger times = new AtomicInteger();
        store.transaction(context, transaction -> {
            String seen = transaction.read(context, "/met").orElseThrow();
            if (times.incrementAndGet() < 3) {
                server.write("/met", "other " + times.get());
            }
            transaction.write(context, "/met", seen + " and ours");
            return null;
        });
        assertThat(times).hasValue(3);
        assertThat(store.read(context, "/met")).contains("other 2 and ours");
    }

    @Test
    void aTransactionIsNotTriedForever() {
        store.write(context, "/busy", "0");
        AtomicInteger times = new AtomicInteger();
        try (Xenstore other = connect()) {
            assertThatThrownBy(() -> store.transaction(context, transaction -> {
                        transaction.read(context, "/busy");
                        other.write(context, "/busy", "other " + times.incrementAndGet());
                        transaction.write(context, "/busy", "ours");
                        return null;
                    }))
                    .isInstanceOfSatisfying(
                            InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_BUSY));
        }
        assertThat(times).hasValue(Xenstore.TRANSACTION_TRIES);
    }

    @Test
    void aWatchTellsOnceAtOnceAndThenEachChange() throws InterruptedException {
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        StoreWatch watch = store.watch(context, "/watched", changes::add);
        assertThat(next(changes)).isEqualTo("/watched");

        server.write("/watched/a", "1");
        assertThat(next(changes)).isEqualTo("/watched/a");
        server.remove("/watched/a");
        assertThat(next(changes)).isEqualTo("/watched/a");

        watch.close();
        server.write("/watched/b", "1");
        store.read(context, "/watched/b");
        assertThat(changes).isEmpty();
    }

    @Test
    void specialWatchesTellOfDomains() throws InterruptedException {
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        try (StoreWatch made = store.watch(context, "@introduceDomain", changes::add);
                StoreWatch gone = store.watch(context, "@releaseDomain", changes::add)) {
            assertThat(List.of(next(changes), next(changes)))
                    .containsExactlyInAnyOrder("@introduceDomain", "@releaseDomain");
            store.introduce(context, 9, 100, 1);
            assertThat(next(changes)).isEqualTo("@introduceDomain");
            store.release(context, 9);
            assertThat(next(changes)).isEqualTo("@releaseDomain");
            assertThat(made).isNotSameAs(gone);
        }
    }

    @Test
    void aListenerMayAskTheStoreAndMayFail() throws InterruptedException {
        server.write("/asked/value", "heard");
        BlockingQueue<String> values = new LinkedBlockingQueue<>();
        try (StoreWatch failing = store.watch(context, "/asked", path -> {
                    throw new IllegalStateException("on purpose");
                });
                StoreWatch watch = store.watch(
                        context,
                        "/asked",
                        path -> values.add(store.read(context, "/asked/value").orElse("")))) {
            assertThat(next(values)).isEqualTo("heard");
            assertThat(failing).isNotSameAs(watch);
        }
    }

    private static String next(BlockingQueue<String> changes) throws InterruptedException {
        return changes.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void aCallOutOfTimeOrCancelledEndsAtOnce() {
        CallContext cancelled = CallContext.create();
        cancelled.cancel();
        assertThatThrownBy(() -> store.read(cancelled, "/a")).isInstanceOf(CallCancelledException.class);
        assertThatThrownBy(() -> store.read(CallContext.within(Duration.ZERO), "/a"))
                .isInstanceOf(CallCancelledException.class);
        assertThat(store.read(context, "/")).contains("");
    }

    @Test
    void closingEndsIt() {
        AtomicInteger ended = new AtomicInteger();
        Xenstore other = Xenstore.open(StoreAddress.socket(server.socket()), LIMIT, ended::incrementAndGet);
        other.close();
        other.close();
        assertThat(ended).hasValue(1);
        assertThat(other.isOpen()).isFalse();
        assertThatThrownBy(() -> other.read(context, "/")).hasMessageContaining("was closed");
    }

    @Test
    void whereThereIsNoneTheErrorSaysSo() {
        assertThatThrownBy(() ->
                        Xenstore.open(StoreAddress.socket(server.socket().resolveSibling("none")), LIMIT, () -> {}))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.NO_XENSTORE);
                    assertThat(e.info().remedy()).isPresent();
                });
    }
}
