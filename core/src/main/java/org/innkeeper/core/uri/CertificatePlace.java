package org.innkeeper.core.uri;

import java.nio.file.Path;
import java.util.List;

/**
 * A place where the certificates of a client are looked for.
 *
 * @param ca certificates of the authorities that are trusted
 * @param certificate the client's own
 * @param key its private key
 */
public record CertificatePlace(Path ca, Path certificate, Path key) {
    private static final Path MACHINE = Path.of("/etc/pki");

    /** The user's own place, then that of the whole machine: each is asked for what the one before does not have. */
    public static List<CertificatePlace> standard() {
        return List.of(ofUser(Path.of(System.getProperty("user.home"))), ofMachine(MACHINE));
    }

    /** All in one directory, as {@code pkipath} names it. */
    public static CertificatePlace inDirectory(Path directory) {
        return new CertificatePlace(
                directory.resolve("cacert.pem"),
                directory.resolve("clientcert.pem"),
                directory.resolve("clientkey.pem"));
    }

    /** @param home the user's directory */
    public static CertificatePlace ofUser(Path home) {
        return inDirectory(home.resolve(".pki/libvirt"));
    }

    /** @param root the directory with {@code CA} and {@code libvirt} below it */
    public static CertificatePlace ofMachine(Path root) {
        Path libvirt = root.resolve("libvirt");
        return new CertificatePlace(
                root.resolve("CA/cacert.pem"),
                libvirt.resolve("clientcert.pem"),
                libvirt.resolve("private/clientkey.pem"));
    }
}
