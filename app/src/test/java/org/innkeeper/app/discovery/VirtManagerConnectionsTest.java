package org.innkeeper.app.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VirtManagerConnectionsTest {
    private static java.util.List<String> uris(String text) {
        return new VirtManagerConnections(() -> text).uris();
    }

    @Test
    void listsAreReadInTheirOrder() {
        assertThat(uris("['qemu:///system', 'qemu+ssh://root@host/system?socket=/a%20b']\n"))
                .containsExactly("qemu:///system", "qemu+ssh://root@host/system?socket=/a%20b");
    }

    @Test
    void emptyListsHaveAType() {
        assertThat(uris("@as []\n")).isEmpty();
        assertThat(uris("")).isEmpty();
    }

    @Test
    void quotesOfBothKindsAndEscapes() {
        assertThat(uris("[\"it's\", 'a\\'b', 'c\\\\d']")).containsExactly("it's", "a'b", "c\\d");
    }

    @Test
    void anUnfinishedStringEndsWithTheText() {
        assertThat(uris("['qemu:///system")).containsExactly("qemu:///system");
        assertThat(uris("['a\\")).containsExactly("a\\");
    }

    @Test
    void whereThereAreNoSettingsThereAreNoHosts() {
        assertThat(new VirtManagerConnections().uris()).isNotNull();
    }
}
