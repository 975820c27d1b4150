package org.innkeeper.driver.remote.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told of a certificate is what it says. */
class CertificateInfoTest {
    private final TestPki pki = new TestPki("test authority");

    @Test
    void aCertificateOfAHost() {
        CertificateInfo info = CertificateInfo.of(
                pki.server("lab.example", List.of(TestPki.dns("lab.example"), TestPki.ip("192.0.2.7")))
                        .certificate());

        assertThat(info.subject()).isEqualTo("CN=lab.example");
        assertThat(info.issuer()).isEqualTo("CN=test authority");
        assertThat(info.names()).containsExactly("lab.example", "192.0.2.7");
        assertThat(info.key()).isEqualTo("RSA, 2048 bits");
        assertThat(info.authority()).isFalse();
        assertThat(info.selfSigned()).isFalse();
        assertThat(info.validAt(Instant.now())).isTrue();
        assertThat(info.validAt(info.notAfter().plus(Duration.ofSeconds(1)))).isFalse();
        assertThat(info.validAt(info.notBefore().minus(Duration.ofSeconds(1)))).isFalse();
    }

    @Test
    void anAuthorityVouchesForItself() {
        CertificateInfo info = CertificateInfo.of(pki.authority());

        assertThat(info.authority()).isTrue();
        assertThat(info.selfSigned()).isTrue();
        assertThat(info.names()).isEmpty();
    }

    @Test
    void anEllipticKey() {
        CertificateInfo info = CertificateInfo.of(pki.client(TestPki.ec(), "client", TestPki.days(-1), TestPki.days(1))
                .certificate());

        assertThat(info.key()).startsWith("EC").endsWith("256 bits");
    }

    /** As OpenSSL prints it, so that people can compare. */
    @Test
    void theFingerprintIsThatOfOpenssl(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ca.pem");
        pki.writeAuthority(file);
        Process openssl;
        try {
            openssl = new ProcessBuilder("openssl", "x509", "-in", file.toString(), "-noout", "-fingerprint", "-sha256")
                    .start();
        } catch (java.io.IOException e) {
            Assumptions.abort("no openssl to compare with");
            return;
        }
        String said = new String(openssl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(said.strip())
                .endsWith("=" + CertificateInfo.of(pki.authority()).sha256());
    }
}
