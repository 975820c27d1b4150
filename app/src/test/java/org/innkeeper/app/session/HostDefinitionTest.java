package org.innkeeper.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostDefinitionTest {
    private static final String URI = "qemu+ssh://lab/system?netcat=/opt/nc&keyfile=/home/me/key";

    @Test
    void whatComesFromOutsideIsToBeConfirmed() {
        HostDefinition host = HostDefinition.fromOutside(URI, "lab", true);

        assertThat(host.toConfirm())
                .extracting(ForeignPrograms.Item::text)
                .containsExactly("netcat=/opt/nc", "keyfile=/home/me/key");
        assertThat(host.readOnly()).isTrue();
        assertThat(host.confirmed().toConfirm()).isEmpty();
        assertThat(host.withLabel("other").withAutoconnect(false).toConfirm())
                .as("nothing but a confirmation confirms")
                .hasSize(2);
    }

    @Test
    void whatTheUserWritesNeedsNoConfirmation() {
        assertThat(HostDefinition.of(URI, "lab").toConfirm()).isEmpty();
    }

    @Test
    void anotherUriLeavesToBeConfirmedWhatIsStillInIt() {
        HostDefinition host = HostDefinition.fromOutside(URI, "lab", false).withProvider("remote");

        HostDefinition edited = host.withUri("qemu+ssh://lab/system?netcat=/opt/nc&keyfile=/mine");

        assertThat(edited.toConfirm())
                .as("the key is the user's own by now")
                .extracting(ForeignPrograms.Item::text)
                .containsExactly("netcat=/opt/nc");
        assertThat(edited.providerId())
                .as("another driver may serve another URI")
                .isNull();
        assertThat(host.withUri(URI)).isSameAs(host);
    }

    @Test
    void anOwnIntervalIsKept() {
        HostDefinition host = HostDefinition.of(URI, "lab").withPolling(Duration.ofSeconds(10));

        assertThat(host.withReadOnly(true).polling()).isEqualTo(Duration.ofSeconds(10));
        assertThat(host.withPolling(null).polling()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "qemu+ssh://root@lab.example/system, lab.example",
        "qemu+tls://[2001:db8::7]/system, 2001:db8::7",
        "qemu:///system, qemu:///system",
        "no uri://, no uri://"
    })
    void aHostIsCalledByItsMachine(String uri, String name) {
        assertThat(HostDefinition.nameIn(uri)).isEqualTo(name);
    }
}
