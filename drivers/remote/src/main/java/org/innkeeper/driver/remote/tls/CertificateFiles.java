package org.innkeeper.driver.remote.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.uri.CertificatePlace;
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
    /** The files for a URI. A file need not be there; the client's are left out when both are missing. */
    public static CertificateFiles of(ConnectUri uri) {
        Optional<String> directory = uri.parameter(RemoteParameter.PKIPATH);
        return directory.isPresent()
                ? first(List.of(CertificatePlace.inDirectory(Path.of(directory.get()))))
                : first(CertificatePlace.standard());
    }

    /** @param machine the directory with {@code CA} and {@code libvirt} below it */
    static CertificateFiles standard(Path home, Path machine) {
        return first(List.of(CertificatePlace.ofUser(home), CertificatePlace.ofMachine(machine)));
    }

    /** From each place what is there; what is nowhere should be in the last one. */
    private static CertificateFiles first(List<CertificatePlace> places) {
        CertificatePlace last = places.get(places.size() - 1);
        CertificatePlace authority = places.stream()
                .filter(place -> Files.exists(place.ca()))
                .findFirst()
                .orElse(last);
        CertificatePlace client = places.stream()
                .filter(place -> Files.exists(place.certificate()) && Files.exists(place.key()))
                .findFirst()
                .orElse(last);
        return new CertificateFiles(authority.ca(), client.certificate(), client.key());
    }

    /** Whether the client has a certificate to show. */
    public boolean hasClient() {
        return Files.exists(certificate) || Files.exists(key);
    }
}
