package org.innkeeper.driver.remote.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;

/** With the exchanges that RFC 5802 and RFC 7677 print. */
class ScramClientTest {
    private static final String SHA1_SERVER_FIRST =
            "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096";

    private static SaslCredentials pencil() {
        return new SaslCredentials(
                "host", "", request -> Optional.of(List.of("user".toCharArray(), "pencil".toCharArray())));
    }

    private static String say(ScramClient client, String challenge) throws SaslException {
        byte[] answer = client.evaluateChallenge(challenge.getBytes(StandardCharsets.UTF_8));
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    @Test
    void theExampleWithSha1() throws SaslException {
        ScramClient client = new ScramClient("SCRAM-SHA-1", pencil(), "fyko+d2lbbFgONRv9qkxdawL");

        assertThat(say(client, "")).isEqualTo("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL");
        assertThat(say(client, SHA1_SERVER_FIRST))
                .isEqualTo("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
        assertThat(say(client, "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")).isNull();
        assertThat(client.isComplete()).isTrue();
    }

    @Test
    void theExampleWithSha256() throws SaslException {
        ScramClient client = new ScramClient("SCRAM-SHA-256", pencil(), "rOprNGfwEbeRWgbNEkqO");

        assertThat(say(client, "")).isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        assertThat(say(
                        client,
                        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"))
                .isEqualTo("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(say(client, "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="))
                .isNull();
    }

    @Test
    void aHostThatDoesNotKnowThePasswordIsNotTrusted() throws SaslException {
        ScramClient client = new ScramClient("SCRAM-SHA-1", pencil(), "fyko+d2lbbFgONRv9qkxdawL");
        say(client, "");
        say(client, SHA1_SERVER_FIRST);

        assertThatThrownBy(() -> say(client, "v=AAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .isInstanceOf(SaslException.class)
                .hasMessageContaining("does not know the password");
    }

    @Test
    void aNonceThatIsNotOursIsRefused() throws SaslException {
        ScramClient client = new ScramClient("SCRAM-SHA-1", pencil(), "mine");
        say(client, "");

        assertThatThrownBy(() -> say(client, "r=yours,s=QSXCR+Q6sek8bf92,i=4096"))
                .isInstanceOf(SaslException.class)
                .hasMessageContaining("nonce");
    }

    @Test
    void tooFewAndTooManyIterationsAreRefused() throws SaslException {
        for (String iterations : List.of("1", "2000000000")) {
            ScramClient client = new ScramClient("SCRAM-SHA-1", pencil(), "n");
            say(client, "");
            assertThatThrownBy(() -> say(client, "r=nx,s=QSXCR+Q6sek8bf92,i=" + iterations))
                    .isInstanceOf(SaslException.class)
                    .hasMessageContaining(iterations);
        }
    }

    @Test
    void whatTheHostLacksIsNamed() throws SaslException {
        ScramClient client = new ScramClient("SCRAM-SHA-1", pencil(), "n");
        say(client, "");

        assertThatThrownBy(() -> say(client, "r=nx,i=4096"))
                .isInstanceOf(SaslException.class)
                .hasMessageContaining("attribute s");
    }
}
