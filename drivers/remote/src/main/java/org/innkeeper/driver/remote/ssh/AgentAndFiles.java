package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.SSHAgentConnector;
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

    /** The keys of files alone where no agent answers. */
    static IdentityRepository of(IdentityRepository files) {
        if (System.getenv("SSH_AUTH_SOCK") == null) {
            return files;
        }
        try {
            SSHAgentConnector connector = new SSHAgentConnector();
            return connector.isAvailable() ? new AgentAndFiles(new AgentIdentityRepository(connector), files) : files;
        } catch (AgentProxyException e) {
            LOG.log(System.Logger.Level.INFO, "the ssh agent does not answer: {0}", e.getMessage());
            return files;
        }
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
