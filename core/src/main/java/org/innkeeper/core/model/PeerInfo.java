package org.innkeeper.core.model;

import java.util.List;
import java.util.Objects;

/**
 * How the other end of a connection is reached, and by what it proved to be who it is.
 *
 * @param way in English and for people, such as {@code tls to lab port 16514}; empty where there is no way to speak of
 * @param user as whom we were let in; empty where nobody asked
 * @param certificates what the other end showed, its own certificate first; empty without TLS
 * @param hostKey kind and fingerprint of its ssh host key, as OpenSSH writes them; empty without ssh
 */
public record PeerInfo(String way, String user, List<CertificateInfo> certificates, String hostKey) {
    /** Nothing between us and the hypervisor. */
    public static final PeerInfo NONE = new PeerInfo("", "", List.of(), "");

    public PeerInfo {
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(user, "user");
        certificates = List.copyOf(certificates);
        Objects.requireNonNull(hostKey, "hostKey");
    }

    /** A way on which nobody proves anything. */
    public static PeerInfo over(String way) {
        return new PeerInfo(way, "", List.of(), "");
    }

    public PeerInfo withUser(String newUser) {
        return new PeerInfo(way, newUser, certificates, hostKey);
    }
}
