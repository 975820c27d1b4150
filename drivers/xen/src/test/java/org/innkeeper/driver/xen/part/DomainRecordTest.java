package org.innkeeper.driver.xen.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.Test;

class DomainRecordTest {
    @Test
    void whatOnePartDoesNotKnowAnotherFillsIn() {
        UUID uuid = UUID.randomUUID();
        DomainRecord hypercall =
                DomainRecord.of(7).uuid(uuid).cpuTime(5L).memory(1024L).build();
        DomainRecord store = DomainRecord.of(7)
                .name("web")
                .memory(2048L)
                .state(DomainState.RUNNING)
                .build();

        DomainRecord both = hypercall.or(store);

        assertThat(hypercall.isIdentified()).isFalse();
        assertThat(both.key()).isEqualTo(new DomainKey(7, uuid, "web"));
        assertThat(both.memory()).isEqualTo(1024);
        assertThat(both.state()).isEqualTo(DomainState.RUNNING);
        assertThat(both.hvm()).isNull();
    }

    @Test
    void aLabelIsTheBestNameThatIsKnown() {
        UUID uuid = UUID.randomUUID();
        assertThat(DomainRecord.of(3).build().label()).isEqualTo("domain 3");
        assertThat(DomainRecord.of(3).uuid(uuid).build().label()).isEqualTo(uuid.toString());
        assertThat(DomainRecord.of(3).uuid(uuid).name("web").build().label()).isEqualTo("web");
    }
}
