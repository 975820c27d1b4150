package org.innkeeper.app.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.core.uri.CertificatePlace;

/**
 * What lies in a place for certificates.
 *
 * @param authorities the file of the authorities
 * @param own the file of our certificate
 * @param key whether our private key can be read; its content is not looked at
 */
record PlaceContent(CertificatePlace place, Part authorities, Part own, boolean key) {
    private static final long SIZE_MAX = 4L * 1024 * 1024;

    /** How a file was found. */
    enum State {
        READ,
        MISSING,
        /** It is there and cannot be read, or holds no certificate. */
        UNREADABLE
    }

    /** A file of certificates. */
    record Part(Path file, State state, List<CertificateInfo> certificates) {}

    /** Reads what is there; blocks. */
    static PlaceContent read(CertificatePlace place) {
        return new PlaceContent(place, part(place.ca()), part(place.certificate()), Files.isReadable(place.key()));
    }

    private static Part part(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > SIZE_MAX) {
                return new Part(file, State.UNREADABLE, List.of());
            }
            List<CertificateInfo> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(certificate -> CertificateInfo.of((X509Certificate) certificate))
                            .toList();
            return new Part(file, certificates.isEmpty() ? State.UNREADABLE : State.READ, certificates);
        } catch (NoSuchFileException e) {
            return new Part(file, State.MISSING, List.of());
        } catch (IOException | CertificateException e) {
            return new Part(file, State.UNREADABLE, List.of());
        }
    }

    /** Whether a connection that needs certificates could be made with it. */
    boolean complete() {
        return authorities.state() == State.READ && own.state() == State.READ && key;
    }
}
