package org.innkeeper.driver.openvz.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.innkeeper.driver.openvz.host.VzErrors;

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
            VenetAddress.of(config).stream()
                    .filter(address -> network.addresses().stream().noneMatch(address::isSame))
                    .forEach(address -> parameters.addAll(List.of("--ipdel", address.parameter())));
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
        spec.cpuMask()
                .filter(mask -> !mask.equals(CpuBinding.parameter(CpuBinding.of(config))))
                .ifPresent(mask -> parameters.addAll(List.of("--cpumask", mask)));
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
        spec.memoryAndSwap().ifPresent(kib -> {
            if (!before.vswap()) {
                throw VzErrors.of(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        "Container '" + spec.name() + "' limits what it allocates, not RAM and swap",
                        "Leave <swap_hard_limit> out, or create it from a sample configuration of VSwap");
            }
            if (!OptionalLong.of(kib).equals(before.withSwap()) || asked && after.maximum() != before.maximum()) {
                long swap = MemoryLimits.pages(Math.max(0, kib - after.maximum()));
                parameters.addAll(List.of("--swappages", new Limit(0, swap).parameter()));
            }
        });
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
        if (!Limit.of(config, "DISKSPACE", Limit.KIB).equals(Optional.of(after))) {
            parameters.addAll(List.of("--diskspace", after.parameter()));
        }
    }

    private void network(List<String> parameters, ContainerSpec.Network network) {
        List<VenetAddress> addresses = VenetAddress.of(config);
        network.addresses().stream()
                .filter(address -> addresses.stream().noneMatch(address::isSame))
                .forEach(address -> parameters.addAll(List.of("--ipadd", address.parameter())));
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

    /** The configuration file with what vzctl is not told. */
    public ContainerConfig withRest(ContainerConfig file) {
        ContainerConfig changed = spec.texts().in(file);
        if (spec.maximumVcpus().isEmpty()) {
            return changed;
        }
        int most = spec.maximumVcpus().getAsInt();
        return changed.withComment(VcpuNumbers.MAXIMUM_TAG, most == hostCpus ? null : Integer.toString(most));
    }
}
