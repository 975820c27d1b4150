package org.innkeeper.core.uri;

import java.util.Locale;

/** The parameters that say how to reach the far side. They are used up here; all others are passed on to it. */
public enum RemoteParameter {
    /** The URI to open on the far side, instead of the one made from this URI. Any transport. */
    NAME,
    /** The program that makes the connection; needed with ext, {@code ssh} by default with ssh. */
    COMMAND,
    /** Path of the Unix domain socket, here or on the far side. Transports unix, ssh, libssh, libssh2. */
    SOCKET,
    /** How to authenticate: {@code none}, {@code sasl.MECHANISM}, {@code polkit}; how to log in with libssh. */
    AUTH,
    /** Ways to log in over ssh, separated by commas. Transports libssh, libssh2. */
    SSHAUTH,
    /** The netcat program of the far side; {@code nc} by default. ssh transports. */
    NETCAT,
    /** File of the private key. ssh transports. */
    KEYFILE,
    /** Directory of certificates and keys. Transport tls. */
    PKIPATH,
    /** File of known host keys. Transports libssh, libssh2. */
    KNOWN_HOSTS,
    /** What to do with an unknown host key: {@code normal}, {@code auto}, {@code ignore}. */
    KNOWN_HOSTS_VERIFY,
    /** Priority string of TLS algorithms. Transport tls. */
    TLS_PRIORITY,
    /** Which kind of daemon to look for: {@code auto}, {@code legacy}, {@code direct}. */
    MODE,
    /** How to reach the daemon over ssh: {@code auto}, {@code netcat}, {@code native}. */
    PROXY,
    /** Other than 0: do not check our own certificate first. Transport tls. */
    NO_SANITY,
    /** Other than 0: do not check the certificate or key of the far side. Transports tls and ssh. */
    NO_VERIFY,
    /** Other than 0: never ask for a password on the terminal. Transport ssh. */
    NO_TTY,
    /** File of credentials. */
    AUTHFILE;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in the URI. */
    public String key() {
        return key;
    }

    static boolean isKey(String name) {
        for (RemoteParameter parameter : values()) {
            if (parameter.key.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
