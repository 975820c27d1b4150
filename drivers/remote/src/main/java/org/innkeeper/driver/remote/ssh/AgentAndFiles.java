package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.SSHAgentConnector;
import java.nio.file.Path;
import java.util.Vector;

/** The keys of the user's agent, and then those of files. */
final class AgentAndFiles implements IdentityRepository {
    private static final System.Logger LOG = System.getLogger(AgentAndFiles.class.getName());

    private final IdentityRepository agent;
    private final IdentityRepository files;

    private AgentAndFiles(IdentityRepository agent, IdentityRepository files) {
        this.agent = agent;
        this.files = files;
    }

    /**
     * The keys of files alone where no agent answers.
     *
     * @param setting the user's {@code IdentityAgent} for the host: a socket, {@code none}, {@code SSH_AUTH_SOCK}, or null
     */
    static IdentityRepository of(IdentityRepository files, String setting) {
        String socket =
                setting == null || setting.equals("SSH_AUTH_SOCK") ? System.getenv("SSH_AUTH_SOCK") : path(setting);
        if (socket == null) {
            return files;
        }
        try {
            SSHAgentConnector connector = new SSHAgentConnector(Path.of(socket));
            return connector.isAvailable() ? new AgentAndFiles(new AgentIdentityRepository(connector), files) : files;
        } catch (AgentProxyException e) {
            LOG.log(System.Logger.Level.INFO, "the ssh agent does not answer: {0}", e.getMessage());
            return files;
        }
    }

    private static String path(String setting) {
        if (setting.equals("none")) {
            return null;
        }
        return setting.startsWith("$")
                ? System.getenv(setting.substring(1))
                : setting.replaceFirst("^~", System.getProperty("user.home"));
    }

    @Override
    public String getName() {
        return "agent and files";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    public Vector<Identity> getIdentities() {
        Vector<Identity> all = new Vector<>(agent.getIdentities());
        all.addAll(files.getIdentities());
        return all;
    }

    @Override
    public boolean add(byte[] identity) {
        return files.add(identity);
    }

    @Override
    public boolean remove(byte[] blob) {
        return files.remove(blob);
    }

    @Override
    public void removeAll() {
        files.removeAll();
    }
}
