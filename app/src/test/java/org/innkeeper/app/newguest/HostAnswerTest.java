package org.innkeeper.app.newguest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.PeerInfo;
import org.junit.jupiter.api.Test;

class HostAnswerTest {
    private static final CompletionStage<HostDetails> DETAILS = CompletableFuture.completedStage(new HostDetails(
            "QEMU",
            "11.3.0",
            "far",
            new NodeInfo("x86_64", 4096, 4, 0, 1, 1, 4, 1),
            16,
            "<capabilities><guest><os_type>hvm</os_type><arch name='x86_64'><domain type='qemu'/></arch></guest>"
                    + "</capabilities>",
            "11.3.0",
            "remote",
            true,
            true,
            PeerInfo.NONE,
            List.of()));
    private static final PoolSummary POOL =
            new PoolSummary("default", new UUID(1, 2), true, "/var/lib/libvirt/images", 1L << 30, List.of());
    private static final CompletionStage<List<PoolSummary>> POOLS = CompletableFuture.completedStage(List.of(POOL));
    private static final CompletionStage<List<String>> NETWORKS = CompletableFuture.completedStage(List.of("default"));

    private static <T> CompletionStage<T> failed(String reason) {
        return CompletableFuture.failedStage(
                new InnkeeperException(ErrorCode.SYSTEM_ERROR, ErrorOrigin.REMOTE, reason, null));
    }

    private static HostAnswer answer(
            CompletionStage<HostDetails> details,
            CompletionStage<List<PoolSummary>> pools,
            CompletionStage<List<String>> networks) {
        return HostAnswer.of(details, pools, networks).toCompletableFuture().join();
    }

    @Test
    void allOfTheOfferIsKnown() {
        HostAnswer answer = answer(DETAILS, POOLS, NETWORKS);

        assertThat(answer.missing()).isEmpty();
        assertThat(answer.offer().kinds()).containsExactly(GuestKind.MACHINE);
        assertThat(answer.offer().pools()).containsExactly(POOL);
        assertThat(answer.offer().networks()).containsExactly("default");
    }

    @Test
    void withoutWhoTellsNetworksTheRestIsOffered() {
        HostAnswer answer = answer(DETAILS, POOLS, failed("no virtnetworkd"));

        assertThat(answer.missing()).get(THROWABLE).hasMessageContaining("no virtnetworkd");
        assertThat(answer.offer().kinds()).containsExactly(GuestKind.MACHINE);
        assertThat(answer.offer().pools()).containsExactly(POOL);
        assertThat(answer.offer().networks()).isEmpty();
    }

    @Test
    void withoutWhoTellsPoolsTheRestIsOffered() {
        HostAnswer answer = answer(DETAILS, failed("no virtstoraged"), NETWORKS);

        assertThat(answer.missing()).get(THROWABLE).hasMessageContaining("no virtstoraged");
        assertThat(answer.offer().pools()).isEmpty();
        assertThat(answer.offer().networks()).containsExactly("default");
    }

    @Test
    void aHostThatDoesNotTellOfItselfOffersNothing() {
        CompletableFuture<HostAnswer> answer =
                HostAnswer.of(failed("gone"), POOLS, NETWORKS).toCompletableFuture();

        assertThatThrownBy(answer::join).hasRootCauseMessage("gone");
    }
}
