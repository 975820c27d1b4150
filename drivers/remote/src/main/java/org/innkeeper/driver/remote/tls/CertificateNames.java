package org.innkeeper.driver.remote.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The names a certificate is for: the alternative names where it has any, else the common name of its subject.
 *
 * @param dnsNames names, perhaps with a star as their first label
 * @param addresses IP addresses as text
 */
record CertificateNames(List<String> dnsNames, List<String> addresses) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) throws CertificateParsingException {
        List<String> names = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
            int type = (Integer) alternative.get(0);
            if (type == DNS_NAME) {
                names.add((String) alternative.get(1));
            } else if (type == IP_ADDRESS) {
                addresses.add((String) alternative.get(1));
            }
        }
        if (names.isEmpty() && addresses.isEmpty()) {
            names.addAll(commonNames(certificate));
        }
        return new CertificateNames(List.copyOf(names), List.copyOf(addresses));
    }

    private static List<String> commonNames(X509Certificate certificate) {
        try {
            List<String> names = new ArrayList<>();
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    names.add(String.valueOf(part.getValue()));
                }
            }
            return names;
        } catch (InvalidNameException e) {
            return List.of();
        }
    }

    /** Whether the host, a name or an address, is one of them. */
    boolean match(String host) {
        if (isAddress(host)) {
            // An old certificate has the address as its common name.
            return addresses.stream().anyMatch(address -> sameAddress(address, host))
                    || dnsNames.stream().anyMatch(host::equals);
        }
        String wanted = host.toLowerCase(Locale.ROOT);
        return dnsNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> matches(name, wanted));
    }

    /** A star stands for one label, and only for the first. */
    private static boolean matches(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && pattern.substring(1).equals(host.substring(dot));
    }

    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private static boolean sameAddress(String a, String b) {
        try {
            // Both are literals, so nothing is looked up.
            return InetAddress.getByName(a).equals(InetAddress.getByName(b));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        List<String> all = new ArrayList<>(dnsNames);
        all.addAll(addresses);
        return all.isEmpty() ? "no name at all" : String.join(", ", all);
    }
}
