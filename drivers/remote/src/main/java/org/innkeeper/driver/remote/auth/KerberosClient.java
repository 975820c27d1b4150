package org.innkeeper.driver.remote.auth;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/**
 * GSSAPI: proves who we are by the Kerberos ticket the user has got already ({@code kinit}). Nobody is asked for anything,
 * so that a user without a ticket is known before the daemon is told of the mechanism.
 */
final class KerberosClient implements SaslClient {
    static final String MECHANISM = "GSSAPI";

    /** What helps where it failed. */
    static final String REMEDY =
            "Get a Kerberos ticket (kinit), name the host as Kerberos knows it (by its full name), or"
                    + " let the daemon offer SCRAM-SHA-256 or DIGEST-MD5 (mech_list in /etc/sasl2/libvirt.conf).";

    private final SaslClient client;
    private final Subject user;

    private KerberosClient(SaslClient client, Subject user) {
        this.client = client;
        this.user = user;
    }

    /** @throws SaslException with the reason where there is no ticket, or no Kerberos at all */
    static SaslClient create(String service, String host, Map<String, String> properties, CallbackHandler handler)
            throws SaslException {
        Subject user = user();
        SaslClient client = as(
                user, () -> Sasl.createSaslClient(new String[] {MECHANISM}, null, service, host, properties, handler));
        if (client == null) {
            throw new SaslException("this Java has no GSSAPI");
        }
        return new KerberosClient(client, user);
    }

    private static Subject user() throws SaslException {
        try {
            LoginContext login = new LoginContext("", new Subject(), null, new TicketCache());
            login.login();
            return login.getSubject();
        } catch (LoginException e) {
            throw new SaslException("there is no Kerberos ticket (" + e.getMessage() + ")", e);
        }
    }

    /** Only tickets that are there: no question, no password, no key. */
    private static final class TicketCache extends Configuration {
        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule",
                        LoginModuleControlFlag.REQUIRED,
                        Map.of("useTicketCache", "true", "doNotPrompt", "true"))
            };
        }
    }

    private static <T> T as(Subject user, PrivilegedExceptionAction<T> action) throws SaslException {
        try {
            return Subject.doAs(user, action);
        } catch (PrivilegedActionException e) {
            Throwable reason = e.getCause();
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            throw new SaslException(String.valueOf(reason.getMessage()), e);
        }
    }

    @Override
    public String getMechanismName() {
        return client.getMechanismName();
    }

    @Override
    public boolean hasInitialResponse() {
        return client.hasInitialResponse();
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        return as(user, () -> client.evaluateChallenge(challenge));
    }

    @Override
    public boolean isComplete() {
        return client.isComplete();
    }

    @Override
    public byte[] unwrap(byte[] incoming, int offset, int length) throws SaslException {
        return client.unwrap(incoming, offset, length);
    }

    @Override
    public byte[] wrap(byte[] outgoing, int offset, int length) throws SaslException {
        return client.wrap(outgoing, offset, length);
    }

    @Override
    public Object getNegotiatedProperty(String name) {
        return client.getNegotiatedProperty(name);
    }

    @Override
    public void dispose() throws SaslException {
        client.dispose();
    }
}
