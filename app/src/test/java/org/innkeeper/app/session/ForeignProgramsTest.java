package org.innkeeper.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.app.session.ForeignPrograms.Item;
import org.innkeeper.app.session.ForeignPrograms.Use;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignProgramsTest {
    private static List<Item> of(String uri) {
        return ForeignPrograms.of(ConnectUri.parse(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu:///system", "test:///default", "qemu+ssh://root@host/system?socket=/run/s", "xen"})
    void ordinaryUrisRunNothing(String uri) {
        assertThat(of(uri)).isEmpty();
    }

    @Test
    void everyProgramIsTold() {
        assertThat(of("qemu+ssh://host/system?command=/tmp/evil&netcat=nc%20-x&keyfile=/home/me/key"))
                .containsExactly(
                        new Item(Use.RUN_HERE, "command", "/tmp/evil"),
                        new Item(Use.RUN_THERE, "netcat", "nc -x"),
                        new Item(Use.KEY, "keyfile", "/home/me/key"));
    }

    @Test
    void oneThatIsNamedTwiceIsToldTwice() {
        assertThat(of("qemu+ext:///system?command=good&command=evil"))
                .extracting(Item::value)
                .containsExactly("good", "evil");
    }
}
