package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.PeerInfo;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;

/** One ssh session to a host; all connections and consoles of that host are channels of it. */
public final class SshSession implements AutoCloseable {
    private static final int ALIVE_INTERVAL_MILLIS = 15_000;
    private static final List<String> DEFAULT_KEYS =
            List.of("id_ed25519", "id_ecdsa", "id_rsa", "id_ed25519_sk", "id_ecdsa_sk");
    private static final String PUBLIC_KEY_ALGORITHMS = "PubkeyAcceptedAlgorithms";

    private final Session session;
    private final SshSession jump;
    private final String host;

    private SshSession(Session session, SshSession jump, String host) {
        this.session = session;
        this.jump = jump;
        this.host = host;
    }

    /** Connects and authenticates; cancelling the call ends the attempt. */
    public static SshSession open(CallContext context, SshTarget target, AuthenticationCallback auth) {
        SshSettings settings = SshSettings.read(target.settingsDirectory());
        return open(context, target, settings, auth, 0);
    }

    private static SshSession open(
            CallContext context, SshTarget target, SshSettings settings, AuthenticationCallback auth, int hops) {
        String host = target.host();
        refuseProxyCommand(settings, host);
        SshSession jump = jump(context, target, settings, auth, hops);
        SshQuestions questions = new SshQuestions(host, auth);
        KnownHosts knownHosts = null;
        List<HardwareKey> notHeld = List.of();
        Session session = null;
        Runnable forget = () -> {};
        try {
            JSch jsch = new JSch();
            jsch.setConfigRepository(settings.repository());
            knownHosts = new KnownHosts(jsch, knownHostsFile(target), host, target.unknownKeys(), auth);
            List<HardwareKey> hardwareKeys = addIdentities(jsch, target, settings);
            IdentityRepository identities =
                    AgentAndFiles.of(jsch.getIdentityRepository(), settings.value(host, "IdentityAgent"));
            notHeld = hardwareKeys.stream()
                    .filter(key -> !key.isAmong(identities))
                    .toList();
            if (target.keyFile() != null && !notHeld.isEmpty()) {
                throw notHeld.get(0).notHeld(host, null);
            }
            session = session(jsch, target);
            session.setHostKeyRepository(knownHosts);
            session.setIdentityRepository(identities);
            acceptHardwareKeys(session, settings, host);
            session.setUserInfo(questions);
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setServerAliveInterval(ALIVE_INTERVAL_MILLIS);
            if (!target.methods().isEmpty()) {
                session.setConfig("PreferredAuthentications", target.methods());
            }
            session.setSocketFactory(new AllAddresses(context));
            if (jump != null) {
                session.setProxy(new JumpProxy(jump.session));
            }
            forget = context.onCancel(session::disconnect);
            connect(session, context);
            return new SshSession(session, jump, host);
        } catch (JSchException | InnkeeperException e) {
            if (session != null) {
                session.disconnect();
            }
            if (jump != null) {
                jump.close();
            }
            context.check("Connecting to " + host);
            throw e instanceof JSchException failure
                    ? failure(host, failure, knownHosts, questions, notHeld)
                    : (InnkeeperException) e;
        } finally {
            forget.run();
        }
    }

    private static void connect(Session session, CallContext context) throws JSchException {
        try {
            session.connect((int) Math.min(60_000, context.remainingNanos() / 1_000_000 + 1));
        } catch (InnkeeperException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library trusts the order and the lengths of what it reads, and trips over a host that breaks them.
            throw new JSchException("it does not keep to the protocol of ssh", e);
        }
    }

    private static Session session(JSch jsch, SshTarget target) throws JSchException {
        // With 0 and null the user's settings decide, as with the ssh program.
        return target.port() == 0
                ? jsch.getSession(target.user(), target.host())
                : jsch.getSession(target.user(), target.host(), target.port());
    }

    private static Path knownHostsFile(SshTarget target) {
        Path file = target.knownHosts();
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw SshFailure.of(
                    target.host(),
                    "the file of known hosts, " + file + ", cannot be made: " + IoReason.of(e),
                    "Check the rights of its directory.",
                    e);
        }
        return file;
    }

    /** The library knows of no keys in devices, but hands on what an agent signs with them. */
    private static void acceptHardwareKeys(Session session, SshSettings settings, String host) {
        if (settings.value(host, PUBLIC_KEY_ALGORITHMS) == null) {
            session.setConfig(
                    PUBLIC_KEY_ALGORITHMS,
                    session.getConfig(PUBLIC_KEY_ALGORITHMS) + "," + String.join(",", HardwareKey.ALGORITHMS));
        }
    }

    /** Returns those keys of files that only an agent can sign with. */
    private static List<HardwareKey> addIdentities(JSch jsch, SshTarget target, SshSettings settings)
            throws JSchException {
        if (target.keyFile() != null) {
            if (!Files.isReadable(target.keyFile())) {
                throw SshFailure.ofLogin(
                        ErrorCode.AUTH_UNAVAILABLE,
                        target.host(),
                        "the key file " + target.keyFile() + " cannot be read",
                        "Check keyfile= in the URI and the rights of the file.",
                        null);
            }
            return addIdentity(jsch, target.keyFile()).stream().toList();
        }
        List<HardwareKey> hardwareKeys = new ArrayList<>();
        for (Path key : settings.identityFiles(target.host(), DEFAULT_KEYS)) {
            if (Files.isReadable(key)) {
                addIdentity(jsch, key).ifPresent(hardwareKeys::add);
            }
        }
        return hardwareKeys;
    }

    private static Optional<HardwareKey> addIdentity(JSch jsch, Path file) throws JSchException {
        Optional<HardwareKey> hardwareKey;
        try {
            hardwareKey = HardwareKey.read(file);
        } catch (IOException e) {
            throw new JSchException("the key file " + file + " cannot be read: " + IoReason.of(e), e);
        }
        if (hardwareKey.isEmpty()) {
            jsch.addIdentity(file.toString());
        }
        return hardwareKey;
    }

    private static void refuseProxyCommand(SshSettings settings, String host) {
        String command = settings.value(host, "ProxyCommand");
        if (command != null && !command.equalsIgnoreCase("none")) {
            throw SshFailure.of(
                    host,
                    "the ssh settings want the ProxyCommand " + command + ", which only the ssh program runs",
                    "Use ProxyJump in the settings, or command=ssh in the URI.",
                    null);
        }
    }

    private static SshSession jump(
            CallContext context, SshTarget target, SshSettings settings, AuthenticationCallback auth, int hops) {
        String jumps = settings.value(target.host(), "ProxyJump");
        if (jumps == null || jumps.equalsIgnoreCase("none")) {
            return null;
        }
        if (hops > 8) {
            throw SshFailure.of(
                    target.host(), "the ssh settings jump over more than 8 hosts", "Check ProxyJump.", null);
        }
        // The last of a list is next to the host; the ones before it are its own jumps.
        String last = jumps.substring(jumps.lastIndexOf(',') + 1).strip();
        return open(context, target.jump(last), settings, auth, hops + 1);
    }

    private static InnkeeperException failure(
            String host, JSchException e, KnownHosts knownHosts, SshQuestions questions, List<HardwareKey> notHeld) {
        if (e instanceof JSchChangedHostKeyException && knownHosts != null) {
            return SshFailure.ofHostKey(
                    host,
                    "its key has changed to " + knownHosts.changedFingerprint()
                            + ": somebody may be listening in, or the host was installed anew",
                    "Ask whoever runs the host. If the new key is right, remove the old one from " + knownHosts.path()
                            + ".",
                    e);
        }
        if (knownHosts != null && knownHosts.wasRefused()) {
            return SshFailure.ofHostKey(
                    host,
                    "its key is not known and was not trusted",
                    "Compare the fingerprint with the host's, and trust it if they are the same.",
                    e);
        }
        if (questions.wasCancelled() || message(e).startsWith("Auth cancel")) {
            return SshFailure.ofLogin(
                    ErrorCode.AUTH_CANCELLED,
                    host,
                    "you were asked for a password or passphrase and gave none",
                    "Try again, or set up a key and an agent.",
                    e);
        }
        if (message(e).startsWith("Auth fail") || message(e).startsWith("Authenticated with partial")) {
            boolean password = questions.triedPassword();
            if (!password && !notHeld.isEmpty()) {
                return notHeld.get(0).notHeld(host, e);
            }
            return SshFailure.ofLogin(
                    ErrorCode.AUTH_FAILED,
                    host,
                    password ? "the password was not accepted" : "it accepted none of the keys",
                    password
                            ? "Check the user name and the password, and that the host takes passwords."
                            : "Check the user name, and that your public key is in authorized_keys of the host.",
                    e);
        }
        if (message(e).contains("Too many authentication failures")) {
            return SshFailure.ofLogin(
                    ErrorCode.AUTH_FAILED,
                    host,
                    questions.triedPassword()
                            ? "the password was not accepted, and the host takes no more of them"
                            : "it was offered more keys than it takes, and none of them was right",
                    questions.triedPassword()
                            ? "Check the user name and the password."
                            : "Name the right key with keyfile= in the URI, or with IdentityFile in the ssh settings.",
                    e);
        }
        return SshFailure.of(host, e.getMessage(), "Try the same with the ssh program, which may say more.", e);
    }

    private static String message(JSchException e) {
        return String.valueOf(e.getMessage());
    }

    /** A new channel of a kind the library knows. */
    Channel channel(String kind) throws JSchException {
        return session.openChannel(kind);
    }

    /** A channel to a socket of the far machine, by the path. */
    Channel streamLocal() throws JSchException {
        return session.openChannel("direct-streamlocal@openssh.com");
    }

    String host() {
        return host;
    }

    /**
     * Who the host proved to be.
     *
     * @param socket how its daemon is reached, for people
     */
    public PeerInfo peer(String socket) {
        List<String> hops = hops();
        String over = hops.size() == 1 ? "" : " over " + String.join(" and ", hops.subList(0, hops.size() - 1));
        HostKey key = session.getHostKey();
        String fingerprint = KnownHosts.fingerprint(Base64.getDecoder().decode(key.getKey()));
        return new PeerInfo(
                "ssh to " + host + over + socket, session.getUserName(), List.of(), key.getType() + " " + fingerprint);
    }

    /** The hosts on the way, this one last. */
    List<String> hops() {
        List<String> hops = jump == null ? new ArrayList<>() : jump.hops();
        hops.add(host);
        return hops;
    }

    @Override
    public void close() {
        session.disconnect();
        if (jump != null) {
            jump.close();
        }
    }
}
