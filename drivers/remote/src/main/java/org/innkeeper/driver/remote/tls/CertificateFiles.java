package org.innkeeper.driver.remote.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;

/**
 * Where the certificates of a client lie: all in the directory of {@code pkipath}, else the user's own, else the
 * machine's.
 *
 * @param ca certificates of the authorities we trust
 * @param certificate the client's
 * @param key the client's private key
 */
public record CertificateFiles(Path ca, Path certificate, Path key) {
    private static final Path MACHINE = Path.of("/etc/pki");

    /** The files for a URI. A file need not be there; the client's are left out when both are missing. */
    public static CertificateFiles of(ConnectUri uri) {
        Optional<String> directory = uri.parameter(RemoteParameter.PKIPATH);
        return directory.isPresent()
                ? flat(Path.of(directory.get()))
                : standard(Path.of(System.getProperty("user.home")), MACHINE);
    }

    /** @param machine the directory with {@code CA} and {@code libvirt} below it */
    static CertificateFiles standard(Path home, Path machine) {
        CertificateFiles user = flat(home.resolve(".pki/libvirt"));
        Path libvirt = machine.resolve("libvirt");
        CertificateFiles all = new CertificateFiles(
                machine.resolve("CA/cacert.pem"),
                libvirt.resolve("clientcert.pem"),
                libvirt.resolve("private/clientkey.pem"));
        boolean userClient = Files.exists(user.certificate) && Files.exists(user.key);
        return new CertificateFiles(
                Files.exists(user.ca) ? user.ca : all.ca,
                userClient ? user.certificate : all.certificate,
                userClient ? user.key : all.key);
    }

    private static CertificateFiles flat(Path directory) {
        return new CertificateFiles(
                directory.resolve("cacert.pem"),
                directory.resolve("clientcert.pem"),
                directory.resolve("clientkey.pem"));
    }

    /** Whether the client has a certificate to show. */
    public boolean hasClient() {
        return Files.exists(certificate) || Files.exists(key);
    }
}
