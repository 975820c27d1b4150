package org.innkeeper.core.uri;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CertificatePlaceTest {
    @Test
    void theMachineKeepsAuthoritiesApartAndKeysPrivate() {
        assertThat(CertificatePlace.ofMachine(Path.of("/etc/pki")))
                .isEqualTo(new CertificatePlace(
                        Path.of("/etc/pki/CA/cacert.pem"),
                        Path.of("/etc/pki/libvirt/clientcert.pem"),
                        Path.of("/etc/pki/libvirt/private/clientkey.pem")));
    }

    @Test
    void aUserAndADirectoryKeepAllTogether() {
        assertThat(CertificatePlace.ofUser(Path.of("/home/me")))
                .isEqualTo(CertificatePlace.inDirectory(Path.of("/home/me/.pki/libvirt")))
                .isEqualTo(new CertificatePlace(
                        Path.of("/home/me/.pki/libvirt/cacert.pem"),
                        Path.of("/home/me/.pki/libvirt/clientcert.pem"),
                        Path.of("/home/me/.pki/libvirt/clientkey.pem")));
    }

    @Test
    void theUserIsAskedBeforeTheMachine() {
        assertThat(CertificatePlace.standard())
                .containsExactly(
                        CertificatePlace.ofUser(Path.of(System.getProperty("user.home"))),
                        CertificatePlace.ofMachine(Path.of("/etc/pki")));
    }
}
