package org.innkeeper.driver.xen.xenstore;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainRecord;

/** A true xenstored that knows of guests, and how many requests were sent to it; for measurements. */
public final class CountedStore implements AutoCloseable {
    private final TrueXenstored daemon = TrueXenstored.start();
    private final Xenstore store =
            Xenstore.open(StoreAddress.socket(daemon.socket()), Duration.ofSeconds(30), () -> {});
    private long counted;

    /** @param guests how many it knows of */
    public CountedStore(int guests) {
        CallContext context = CallContext.create();
        for (int id = 1; id <= guests; id++) {
            store.write(context, "/local/domain/" + id + "/name", "guest-" + id);
            store.write(context, "/local/domain/" + id + "/vm", "/vm/" + new UUID(7, id));
        }
    }

    public List<DomainRecord> list(CallContext context) {
        StoreInventory inventory = new StoreInventory(store);
        return inventory.records(context, inventory.ids(context));
    }

    /** The requests since the last time this was asked. */
    public long requests() {
        long now = store.requestCount();
        long since = now - counted;
        counted = now;
        return since;
    }

    @Override
    public void close() {
        store.close();
        daemon.close();
    }
}
