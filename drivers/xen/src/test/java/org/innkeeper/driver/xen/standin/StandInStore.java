package org.innkeeper.driver.xen.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.xenstore.StoreAddress;
import org.innkeeper.driver.xen.xenstore.TrueXenstored;
import org.innkeeper.driver.xen.xenstore.Xenstore;

/** A true xenstored into which a stand-in writes what the true xend or libxl would, and which it tells of domains. */
final class StandInStore implements AutoCloseable {
    private static final String DOMAINS = "/local/domain/";

    private final TrueXenstored daemon = TrueXenstored.start();
    private final Map<Integer, StandInConsole> consoles = new HashMap<>();
    private final Xenstore store =
            Xenstore.open(StoreAddress.socket(daemon.socket()), Duration.ofSeconds(30), () -> {});

    /** @param run what stands for {@code /var/run}; the daemon's socket is to be found below */
    StandInStore(Path run) {
        try {
            Path directory = Files.createDirectory(run.resolve("xenstored"));
            Files.createSymbolicLink(directory.resolve("socket"), daemon.socket());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.write(CallContext.create(), DOMAINS + "0/name", "Domain-0");
        store.write(CallContext.create(), DOMAINS + "0/vm", "/vm/00000000-0000-0000-0000-000000000000");
    }

    void update(String what, StandInGuest domain) {
        CallContext context = CallContext.create();
        String path = DOMAINS + domain.id();
        if (what.equals("end")) {
            store.remove(context, path);
            store.release(context, domain.id());
            consoles.remove(domain.id()).close();
            return;
        }
        store.write(context, path + "/name", domain.name());
        store.write(context, path + "/vm", "/vm/" + domain.uuid());
        store.write(context, path + "/memory/target", Long.toString(domain.memory() << 10));
        store.write(context, "/vm/" + domain.uuid() + "/image/ostype", "linux");
        if (what.equals("begin")) {
            StandInConsole console = new StandInConsole();
            consoles.put(domain.id(), console);
            store.write(context, path + "/console/tty", console.path());
            store.introduce(context, domain.id(), 100L + domain.id(), 1);
        }
    }

    @Override
    public void close() {
        consoles.values().forEach(StandInConsole::close);
        store.close();
        daemon.close();
    }
}
