package org.innkeeper.app.session;

import java.util.List;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.PeerInfo;

/**
 * What a host tells about itself.
 *
 * @param hypervisor its name, such as {@code QEMU}
 * @param version of the hypervisor, such as {@code 7.2.0}; empty where it is not known
 * @param hostname the name the host calls itself
 * @param node the machine
 * @param maxVcpus the most vcpus of a guest; -1 where it is not known
 * @param capabilities the capabilities document
 * @param libraryVersion of the management layer there, such as {@code 9.0.0}; empty where it is not known
 * @param providerId the driver that serves it
 * @param secure whether nobody can listen to what is sent
 * @param encrypted whether what is sent is encrypted
 * @param peer how it is reached, and by what it proved who it is
 * @param freeBytes free memory of its NUMA nodes, from the first on; empty where it does not tell
 */
public record HostDetails(
        String hypervisor,
        String version,
        String hostname,
        NodeInfo node,
        int maxVcpus,
        String capabilities,
        String libraryVersion,
        String providerId,
        boolean secure,
        boolean encrypted,
        PeerInfo peer,
        List<Long> freeBytes) {
    public HostDetails {
        freeBytes = List.copyOf(freeBytes);
    }
}
