package org.innkeeper.app.newguest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.PoolSummary;

/**
 * What a host answers who wants to make a guest there. Pools and networks may be told by daemons of their own, as beside
 * virtqemud, one of which may be missing: a guest can be made without them.
 *
 * @param missing why not all of the offer is known
 */
record HostAnswer(HostOffer offer, Optional<Throwable> missing) {
    /** Of one question, the answer or the failure. */
    private record Told<T>(T answer, Throwable failure) {}

    /** Fails only where the host does not tell about itself. */
    static CompletionStage<HostAnswer> of(
            CompletionStage<HostDetails> details,
            CompletionStage<List<PoolSummary>> pools,
            CompletionStage<List<String>> networks) {
        return details.thenCompose(
                host -> told(pools).thenCombine(told(networks), (disks, links) -> of(host, disks, links)));
    }

    private static <T> CompletionStage<Told<List<T>>> told(CompletionStage<List<T>> asked) {
        return asked.handle((answer, failure) -> new Told<>(failure == null ? answer : List.of(), failure));
    }

    private static HostAnswer of(HostDetails host, Told<List<PoolSummary>> pools, Told<List<String>> networks) {
        return new HostAnswer(
                HostOffer.of(host, pools.answer(), networks.answer()),
                Optional.ofNullable(pools.failure() == null ? networks.failure() : pools.failure()));
    }
}
