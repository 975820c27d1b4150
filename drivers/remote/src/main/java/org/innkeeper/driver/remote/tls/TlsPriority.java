package org.innkeeper.driver.remote.tls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * The part of a GnuTLS priority string that means something to the JDK: a named set, and versions of TLS that are added or
 * taken away, as in {@code NORMAL:-VERS-TLS1.3}.
 */
final class TlsPriority {
    private static final Map<String, String> VERSIONS = Map.of(
            "VERS-TLS1.0", "TLSv1",
            "VERS-TLS1.1", "TLSv1.1",
            "VERS-TLS1.2", "TLSv1.2",
            "VERS-TLS1.3", "TLSv1.3");

    private static final Set<String> SETS =
            Set.of("", "NORMAL", "PERFORMANCE", "SECURE128", "SECURE192", "SECURE256", "PFS", "@LIBVIRT", "@SYSTEM");

    private final Set<String> protocols;

    private TlsPriority(Set<String> protocols) {
        this.protocols = protocols;
    }

    static TlsPriority of(String priority) {
        String[] words = priority.split(":");
        if (!SETS.contains(words[0])) {
            throw unknown(priority, words[0]);
        }
        Set<String> protocols = new LinkedHashSet<>(List.of("TLSv1.3", "TLSv1.2"));
        for (int i = 1; i < words.length; i++) {
            apply(priority, words[i], protocols);
        }
        return new TlsPriority(protocols);
    }

    private static void apply(String priority, String word, Set<String> protocols) {
        String name = word.isEmpty() ? "" : word.substring(1);
        if (word.equals("-VERS-ALL") || word.equals("-VERS-TLS-ALL")) {
            protocols.clear();
        } else if (!VERSIONS.containsKey(name)) {
            throw unknown(priority, word);
        } else if (word.startsWith("+")) {
            protocols.add(VERSIONS.get(name));
        } else {
            protocols.remove(VERSIONS.get(name));
        }
    }

    private static InnkeeperException unknown(String priority, String word) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.INVALID_ARG,
                        ErrorOrigin.RPC,
                        "the TLS priority " + priority + " has the word '" + word + "', which cannot be followed here")
                .withRemedy("Use NORMAL, with versions as in NORMAL:-VERS-TLS1.3."));
    }

    void apply(SSLEngine engine) {
        engine.setEnabledProtocols(protocols.toArray(String[]::new));
    }
}
