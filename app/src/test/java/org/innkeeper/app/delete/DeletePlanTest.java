package org.innkeeper.app.delete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.app.session.DiskSummary;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.app.session.VolumeSummary;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.Test;

class DeletePlanTest {
    private static GuestSnapshot guest(String name) {
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new GuestSnapshot(
                new GuestKey(new HostId("h"), uuid),
                new DomainRef(name, uuid, DomainRef.INACTIVE),
                DomainState.SHUT_OFF,
                0,
                true,
                false,
                1,
                null,
                GuestRates.UNKNOWN);
    }

    private static GuestDetails details(DiskSummary... disks) {
        return new GuestDetails(null, null, null, "test", null, null, 1, 1024, List.of(disks), List.of(), List.of());
    }

    private static DiskSummary disk(String device, String path, boolean readOnly, boolean shareable) {
        return new DiskSummary("vda", device, "virtio", path, path, readOnly, shareable);
    }

    private static final List<PoolSummary> POOLS = List.of(new PoolSummary(
            "default",
            UUID.randomUUID(),
            true,
            "/pool",
            0,
            List.of(new VolumeSummary("a.qcow2", "/pool/a.qcow2", 100, 42))));

    private static DiskChoice only(DiskSummary disk, Map<GuestSnapshot, GuestDetails> others) {
        List<DiskChoice> choices = DeletePlan.disks(Map.of(guest("a"), details(disk)), others, POOLS);
        assertThat(choices).hasSize(1);
        return choices.get(0);
    }

    @Test
    void aDiskOfItsOwnInAPoolMayGo() {
        DiskChoice choice = only(disk("disk", "/pool/a.qcow2", false, false), Map.of());
        assertThat(choice.reasonToKeep()).isNull();
        assertThat(choice.size()).isEqualTo(42);
    }

    @Test
    void aDiskThatAnotherGuestUsesIsNamed() {
        DiskSummary disk = disk("disk", "/pool/a.qcow2", false, false);
        DiskChoice choice = only(disk, Map.of(guest("b"), details(disk)));
        assertThat(choice.usedBy()).containsExactly("b");
        assertThat(choice.reasonToKeep()).isEqualTo("delete.keep.used");
    }

    @Test
    void mediaReadOnlyAndSharedDisksAreToldApart() {
        assertThat(only(disk("cdrom", "/pool/a.qcow2", true, false), Map.of()).reasonToKeep())
                .isEqualTo("delete.keep.media");
        assertThat(only(disk("disk", "/pool/a.ISO", false, false), Map.of()).reasonToKeep())
                .isEqualTo("delete.keep.media");
        assertThat(only(disk("disk", "/pool/a.qcow2", true, false), Map.of()).reasonToKeep())
                .isEqualTo("delete.keep.readOnly");
        assertThat(only(disk("disk", "/pool/a.qcow2", false, true), Map.of()).reasonToKeep())
                .isEqualTo("delete.keep.shared");
        assertThat(only(disk("disk", "/else/x.img", false, false), Map.of()).reasonToKeep())
                .isEqualTo("delete.keep.notManaged");
    }

    @Test
    void emptyDrivesAreLeftOut() {
        assertThat(DeletePlan.disks(Map.of(guest("a"), details(disk("cdrom", null, true, false))), Map.of(), POOLS))
                .isEmpty();
    }
}
