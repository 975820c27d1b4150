package org.innkeeper.app.main;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.spi.Feature;

/** Asks now and then for the IP addresses of the guest that is looked at. For the FX thread. */
final class GuestAddresses {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Fleet fleet;
    private GuestKey asked;
    private long askedAt;
    private String text = Quantities.ABSENT;

    GuestAddresses(Fleet fleet) {
        this.fleet = fleet;
    }

    /** The addresses of the guest that was shown last, or a dash. */
    String text() {
        return text;
    }

    void show(GuestSnapshot guest, HostSnapshot host) {
        boolean another = !guest.key().equals(asked);
        if (another || !guest.domain().active()) {
            text = Quantities.ABSENT;
        }
        boolean due = another || System.nanoTime() - askedAt > AGAIN_NANOS;
        if (due && guest.domain().active() && host != null && host.supports(Feature.DOMAIN_INTERFACE_ADDRESSES)) {
            asked = guest.key();
            askedAt = System.nanoTime();
            GuestKey key = asked;
            fleet.host(key.host()).ifPresent(session -> session.addresses(key)
                    .whenCompleteAsync(
                            (found, failure) -> {
                                // A host that cannot tell is shown as a dash: not knowing an address is no problem.
                                if (key.equals(asked)) {
                                    text = failure == null ? join(found) : Quantities.ABSENT;
                                }
                            },
                            FxThread.executor()));
        }
    }

    private static String join(List<InterfaceAddress> found) {
        String joined = found.stream()
                .flatMap(one -> one.addresses().stream())
                .map(address -> address.split("/", 2)[0])
                .filter(address ->
                        !address.startsWith("127.") && !address.startsWith("fe80:") && !address.equals("::1"))
                .limit(3)
                .collect(Collectors.joining("\n"));
        return joined.isEmpty() ? Quantities.ABSENT : joined;
    }
}
