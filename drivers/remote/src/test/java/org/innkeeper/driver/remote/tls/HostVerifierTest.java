package org.innkeeper.driver.remote.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.innkeeper.driver.remote.peer.TestPki;
import org.innkeeper.driver.remote.tls.CertificateProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostVerifierTest {
    private static final TestPki PKI = new TestPki("authority");

    private static X509Certificate certificate(String name, GeneralName... names) {
        return PKI.server(name, List.of(names)).certificate();
    }

    private static void check(X509Certificate certificate, String host) throws CertificateException {
        new HostVerifier(List.of(PKI.authority()), host).check(new X509Certificate[] {certificate});
    }

    private static void assertProblem(X509Certificate certificate, String host, Kind kind) {
        assertThatThrownBy(() -> check(certificate, host))
                .isInstanceOf(CertificateProblem.class)
                .satisfies(e -> {
                    assertThat(((CertificateProblem) e).kind()).isEqualTo(kind);
                    assertThat(((CertificateProblem) e).remedy()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "lab.example, lab.example",
        "LAB.example, lab.EXAMPLE",
        "*.example, lab.example",
    })
    void aNameOfTheCertificateIsTrusted(String name, String host) throws CertificateException {
        check(certificate("x", TestPki.dns(name)), host);
    }

    @ParameterizedTest
    @CsvSource({"*.example, a.b.example", "*.example, example", "lab.example, lab.example.evil", "*, lab"})
    void anyOtherNameIsNot(String name, String host) {
        assertProblem(certificate("x", TestPki.dns(name)), host, Kind.WRONG_NAME);
    }

    @Test
    void theCommonNameCountsOnlyWithoutAlternativeNames() throws CertificateException {
        check(certificate("old.example"), "old.example");

        assertProblem(certificate("old.example", TestPki.dns("new.example")), "old.example", Kind.WRONG_NAME);
    }

    @Test
    void anAddressIsComparedAsAnAddress() throws CertificateException {
        check(certificate("x", TestPki.ip("192.0.2.7")), "192.0.2.7");
        check(certificate("x", TestPki.ip("2001:db8::1")), "2001:db8:0:0:0:0:0:1");

        assertProblem(certificate("x", TestPki.ip("192.0.2.7")), "192.0.2.8", Kind.WRONG_NAME);
    }

    @Test
    void anExpiredCertificateIsSaidToBe() {
        X509Certificate expired = PKI.server("lab", List.of(), TestPki.days(-20), TestPki.days(-1))
                .certificate();

        assertProblem(expired, "lab", Kind.EXPIRED);
    }

    @Test
    void aCertificateFromTheFutureIsSaidToBe() {
        X509Certificate future =
                PKI.server("lab", List.of(), TestPki.days(2), TestPki.days(20)).certificate();

        assertProblem(future, "lab", Kind.NOT_YET_VALID);
    }

    @Test
    void aSelfSignedCertificateIsSaidToBe() {
        assertProblem(TestPki.selfSigned("lab", List.of()).certificate(), "lab", Kind.SELF_SIGNED);
    }

    @Test
    void anUnknownAuthorityIsNamed() {
        X509Certificate foreign = new TestPki("other").server("lab", List.of()).certificate();

        assertProblem(foreign, "lab", Kind.UNKNOWN_AUTHORITY);
        assertThatThrownBy(() -> check(foreign, "lab")).hasMessageContaining("CN=other");
    }

    @Test
    void theCertificateOfAClientIsNotOneOfAServer() {
        assertProblem(PKI.client("lab").certificate(), "lab", Kind.WRONG_PURPOSE);
    }

    @Test
    void anAuthorityThatComesAlongDoesNoHarm() throws CertificateException {
        X509Certificate[] chain = {certificate("lab"), PKI.authority()};

        HostVerifier verifier = new HostVerifier(List.of(PKI.authority()), "lab");
        verifier.check(chain);

        assertThat(verifier.problem()).isNull();
    }
}
