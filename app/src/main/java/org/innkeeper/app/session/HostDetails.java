package org.innkeeper.app.session;

import org.innkeeper.core.model.NodeInfo;

/**
 * What a host tells about itself.
 *
 * @param hypervisor its name, such as {@code QEMU}
 * @param version of the hypervisor, such as {@code 7.2.0}; empty where it is not known
 * @param hostname the name the host calls itself
 * @param node the machine
 * @param maxVcpus the most vcpus of a guest; -1 where it is not known
 * @param capabilities the capabilities document
 */
public record HostDetails(
        String hypervisor, String version, String hostname, NodeInfo node, int maxVcpus, String capabilities) {}
