package org.innkeeper.driver.openvz.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/** What has to be told to vzctl so that a container becomes what a document asks for; nothing where it is so already. */
public final class SettingChanges {
    private final ContainerSpec spec;
    private final ContainerConfig config;
    private final int hostCpus;

    /**
     * @param config how it is
     * @param hostCpus how many CPUs the host has
     */
    public SettingChanges(ContainerSpec spec, ContainerConfig config, int hostCpus) {
        this.spec = spec;
        this.config = config;
        this.hostCpus = hostCpus;
    }

    /** What goes away, before {@link #additions()} comes. */
    public List<String> removals() {
        List<String> parameters = new ArrayList<>();
        spec.network().ifPresent(network -> {
            config.words("IP_ADDRESS").stream()
                    .filter(address -> !network.addresses().contains(address))
                    .forEach(address -> parameters.addAll(List.of("--ipdel", address)));
            NetInterface.of(config).stream()
                    .filter(device -> device.name() != null
                            && network.interfaces().stream().noneMatch(wanted -> isSame(wanted, device)))
                    .forEach(device -> parameters.addAll(List.of("--netif_del", device.name())));
        });
        return parameters;
    }

    /** Whether a device is what is wanted; what the document leaves open fits anything. */
    private static boolean isSame(NetInterface wanted, NetInterface device) {
        return Objects.equals(wanted.name(), device.name())
                && (wanted.mac() == null || wanted.mac().equals(device.mac()))
                && (wanted.hostName() == null || wanted.hostName().equals(device.hostName()))
                && Objects.equals(wanted.bridge(), device.bridge());
    }

    /** What comes or changes. */
    public List<String> additions() {
        List<String> parameters = new ArrayList<>();
        memory(parameters);
        spec.guaranteedMemory().ifPresent(kib -> guarantee(parameters, MemoryLimits.pages(kib)));
        spec.vcpus().ifPresent(count -> {
            if (count != VcpuNumbers.of(config, hostCpus).current()) {
                parameters.addAll(List.of("--cpus", Integer.toString(count)));
            }
        });
        diskSpace(parameters);
        spec.network().ifPresent(network -> network(parameters, network));
        return parameters;
    }

    private void memory(List<String> parameters) {
        MemoryLimits before = MemoryLimits.of(config);
        long maximum = spec.maximumMemory().orElse(before.maximum());
        MemoryLimits after = before.with(maximum, spec.memory().orElse(Math.min(before.current(), maximum)));
        boolean asked = spec.maximumMemory().isPresent() || spec.memory().isPresent();
        if (asked && !after.parameters().equals(before.parameters())) {
            parameters.addAll(after.parameters());
        }
    }

    /** The barrier is what is guaranteed; the limit beside it has no meaning and stays. */
    private void guarantee(List<String> parameters, long pages) {
        Optional<Limit> before = Limit.of(config, "VMGUARPAGES", Limit.PAGE);
        if (before.map(Limit::barrier).orElse(-1L) != pages) {
            Limit after = new Limit(pages, before.map(Limit::limit).orElse(Limit.UNLIMITED));
            parameters.addAll(List.of("--vmguarpages", after.parameter()));
        }
    }

    private void diskSpace(List<String> parameters) {
        if (spec.diskHard().isEmpty() && spec.diskSoft().isEmpty()) {
            return;
        }
        long hard = spec.diskHard().orElseGet(() -> spec.diskSoft().getAsLong());
        Limit after = new Limit(Math.min(spec.diskSoft().orElse(hard), hard), hard);
        if (!Limit.of(config, "DISKSPACE", 1024).equals(Optional.of(after))) {
            parameters.addAll(List.of("--diskspace", after.parameter()));
        }
    }

    private void network(List<String> parameters, ContainerSpec.Network network) {
        List<String> addresses = config.words("IP_ADDRESS");
        network.addresses().stream()
                .filter(address -> !addresses.contains(address))
                .forEach(address -> parameters.addAll(List.of("--ipadd", address)));
        List<NetInterface> devices = NetInterface.of(config);
        network.interfaces().stream()
                .filter(wanted -> devices.stream().noneMatch(device -> isSame(wanted, device)))
                .forEach(wanted -> parameters.addAll(List.of("--netif_add", wanted.parameter())));
        network.hostname()
                .filter(name -> !config.value("HOSTNAME").equals(Optional.of(name)))
                .ifPresent(name -> parameters.addAll(List.of("--hostname", name)));
        if (!network.nameservers().isEmpty() && !network.nameservers().equals(config.words("NAMESERVER"))) {
            network.nameservers().forEach(server -> parameters.addAll(List.of("--nameserver", server)));
        }
    }

    /** The configuration file with what stands in comments; a document tells all of it. */
    public ContainerConfig withComments(ContainerConfig file) {
        ContainerConfig changed = file.withComment(
                        CommentText.TITLE_TAG,
                        spec.title().map(CommentText::encode).orElse(null))
                .withComment(
                        CommentText.DESCRIPTION_TAG,
                        spec.description().map(CommentText::encode).orElse(null));
        if (spec.maximumVcpus().isEmpty()) {
            return changed;
        }
        int most = spec.maximumVcpus().getAsInt();
        return changed.withComment(VcpuNumbers.MAXIMUM_TAG, most == hostCpus ? null : Integer.toString(most));
    }
}
