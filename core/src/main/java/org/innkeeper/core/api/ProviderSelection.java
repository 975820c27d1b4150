package org.innkeeper.core.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.uri.ConnectUri;

/** The drivers in their order, and the choice of one of them for a URI. */
final class ProviderSelection {
    private final List<DriverProvider> providers;

    ProviderSelection(List<DriverProvider> providers) {
        this.providers = providers.stream()
                .sorted(Comparator.comparingInt(DriverProvider::priority).thenComparing(DriverProvider::id))
                .toList();
    }

    /** The first driver that accepts; when none does, the error tells the reason of each. */
    DriverProvider choose(ConnectUri uri) {
        List<String> reasons = new ArrayList<>();
        for (DriverProvider provider : providers) {
            Claim claim = claim(provider, uri);
            if (claim.accepted()) {
                return provider;
            }
            reasons.add(provider.id() + ": " + claim.reason());
        }
        throw nobody("no driver opens '" + uri + "'", reasons, "Check the URI, or install what a driver needs.");
    }

    private static Claim claim(DriverProvider provider, ConnectUri uri) {
        try {
            return provider.claim(uri);
        } catch (RuntimeException e) {
            throw Failures.mapped(e, provider.id(), "claiming '" + uri + "'");
        }
    }

    /** The driver that was chosen at another time. */
    DriverProvider byId(String id) {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InnkeeperException(
                        ErrorCode.NO_CONNECT, ErrorOrigin.NONE, "there is no driver '" + id + "' in this program"));
    }

    /** What each driver offers on this machine, the best first. May take up to 200 ms per driver. */
    List<HostOffer> offers() {
        return providers.stream()
                .map(provider -> new HostOffer(provider.id(), localHost(provider)))
                .sorted(Comparator.comparingInt(
                                (HostOffer offer) -> offer.host().rank())
                        .reversed())
                .toList();
    }

    /** The best hypervisor that is there; a demo is none. */
    ConnectUri best() {
        List<HostOffer> offers = offers();
        return offers.stream()
                .filter(offer -> offer.host().isAvailable() && offer.host().rank() > 0)
                .findFirst()
                .map(offer -> ConnectUri.parse(offer.host().uri()))
                .orElseThrow(() -> nobody(
                        "there is no hypervisor on this machine",
                        offers.stream()
                                .map(offer ->
                                        offer.providerId() + ": " + offer.host().summary())
                                .toList(),
                        "Install one, or name a host in the URI."));
    }

    private static LocalHost localHost(DriverProvider provider) {
        try {
            return provider.localHost();
        } catch (RuntimeException e) {
            // One driver that cannot look must not hide what the others found.
            return LocalHost.none(
                    Failures.mapped(e, provider.id(), "looking at this machine").getMessage());
        }
    }

    private static InnkeeperException nobody(String what, List<String> reasons, String remedy) {
        String all = reasons.isEmpty() ? "there are no drivers in this program" : String.join("; ", reasons);
        return new InnkeeperException(ErrorInfo.of(ErrorCode.NO_CONNECT, ErrorOrigin.NONE, what + " (" + all + ")")
                .withRemedy(remedy));
    }
}
