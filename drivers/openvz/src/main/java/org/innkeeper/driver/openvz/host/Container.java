package org.innkeeper.driver.openvz.host;

import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;

/**
 * A container as it was when it was asked for.
 *
 * @param veid its number, which is its id whenever it runs
 * @param run what it does
 * @param uuid its UUID on this host
 * @param config its configuration file
 */
public record Container(int veid, RunState run, UUID uuid, ContainerConfig config) {
    /** The name it was given, else its number. */
    public String name() {
        return config.value("NAME").filter(name -> !name.isBlank()).orElse(Integer.toString(veid));
    }

    public DomainRef ref() {
        return new DomainRef(name(), uuid, running() ? veid : DomainRef.INACTIVE);
    }

    public DomainState state() {
        return run.state();
    }

    /** Whether it runs or is paused; one that is only mounted, or was saved to a file, does not. */
    public boolean running() {
        return run.isActive();
    }

    /** Whether its next start goes on from where it was saved. */
    public boolean saved() {
        return run == RunState.SAVED;
    }

    /** Whether it starts with the host. */
    public boolean autostart() {
        return config.value("ONBOOT").filter("yes"::equalsIgnoreCase).isPresent();
    }
}
