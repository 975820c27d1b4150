package org.innkeeper.driver.qemu.probe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * Which accelerators work on this machine, and why the others do not. On x86 a KVM device alone proves nothing: there are
 * hosts with one that the CPU does not stand behind, where a guest's kernel never comes up.
 */
public final class Accelerators {
    private final String hostArch;
    private final Map<Accelerator, AcceleratorStatus> states = new EnumMap<>(Accelerator.class);

    Accelerators(HostPlatform platform) {
        hostArch = platform.arch();
        add(kvm(platform));
        add(onSystem(Accelerator.HVF, platform, HostPlatform.System.MACOS, "macOS' Hypervisor framework"));
        add(onSystem(Accelerator.WHPX, platform, HostPlatform.System.WINDOWS, "the Windows Hypervisor Platform"));
        add(new AcceleratorStatus(
                Accelerator.TCG, true, "plain emulation works everywhere, many times slower than virtualization"));
    }

    /** Looks at this machine; opens and closes the KVM device. */
    public static Accelerators detect() {
        return new Accelerators(HostPlatform.current());
    }

    private void add(AcceleratorStatus status) {
        states.put(status.accelerator(), status);
    }

    private static AcceleratorStatus kvm(HostPlatform platform) {
        if (platform.system() != HostPlatform.System.LINUX) {
            return no(Accelerator.KVM, "KVM is there on Linux only");
        }
        if (platform.isX86() && !platform.hasVirtualizationFlag()) {
            return no(
                    Accelerator.KVM,
                    "the CPU shows neither vmx nor svm: turn on virtualization in the firmware, or nested"
                            + " virtualization where this host is itself a guest");
        }
        return switch (platform.kvmDevice()) {
            case OPENS -> new AcceleratorStatus(Accelerator.KVM, true, "the CPU has it and /dev/kvm opens");
            case DENIED -> no(Accelerator.KVM, "/dev/kvm may not be opened: add your user to the group kvm");
            case MISSING -> no(Accelerator.KVM, "/dev/kvm is missing: load the kernel module kvm_intel or kvm_amd");
            case FAILS -> no(Accelerator.KVM, "/dev/kvm does not open: another hypervisor may hold the CPU");
        };
    }

    private static AcceleratorStatus onSystem(
            Accelerator accelerator, HostPlatform platform, HostPlatform.System system, String name) {
        return platform.system() == system
                ? new AcceleratorStatus(accelerator, true, "this system has " + name)
                : no(accelerator, "this system does not have " + name);
    }

    private static AcceleratorStatus no(Accelerator accelerator, String reason) {
        return new AcceleratorStatus(accelerator, false, reason);
    }

    /** Whether guests of this host's own architecture can run on it, and why. */
    public AcceleratorStatus status(Accelerator accelerator) {
        return states.get(accelerator);
    }

    /** All of them, the fastest first. */
    public List<AcceleratorStatus> all() {
        return new ArrayList<>(states.values());
    }

    /** The architecture of this host, under QEMU's name. */
    public String hostArch() {
        return hostArch;
    }

    /** The one a new guest of that emulator should have. */
    public AcceleratorStatus best(EmulatorInfo emulator) {
        return all().stream()
                .filter(status -> status.usable() && unusable(status.accelerator(), emulator) == null)
                .findFirst()
                .orElseThrow();
    }

    /** Those that guests of that emulator can run on, the fastest first. */
    public List<Accelerator> usable(EmulatorInfo emulator) {
        return all().stream()
                .filter(status -> status.usable() && unusable(status.accelerator(), emulator) == null)
                .map(AcceleratorStatus::accelerator)
                .toList();
    }

    /**
     * The accelerator a definition asks for. It is never replaced by another one.
     *
     * @param domainType the {@code type} of the domain
     * @throws InnkeeperException with {@code CONFIG_UNSUPPORTED} where it does not work here
     */
    public Accelerator require(String domainType, EmulatorInfo emulator) {
        Accelerator accelerator = Accelerator.ofDomainType(domainType)
                .orElseThrow(
                        () -> unsupported(domainType, "QEMU has no such domain type", "Use type 'qemu' or 'kvm'."));
        AcceleratorStatus status = status(accelerator);
        String reason = status.usable() ? unusable(accelerator, emulator) : status.reason();
        if (reason != null) {
            throw unsupported(
                    domainType,
                    reason,
                    "Change the type of the domain to 'qemu' to run it in plain emulation, slower.");
        }
        return accelerator;
    }

    private String unusable(Accelerator accelerator, EmulatorInfo emulator) {
        if (accelerator == Accelerator.TCG) {
            return null;
        }
        boolean sameArch = emulator.arch().equals(hostArch)
                || hostArch.equals("x86_64") && emulator.arch().equals("i386");
        if (!sameArch) {
            return "a " + hostArch + " host cannot virtualize " + emulator.arch() + " guests";
        }
        if (accelerator == Accelerator.KVM && !emulator.kvmPresent()) {
            return emulator.binary() + " was built without KVM";
        }
        return null;
    }

    private static InnkeeperException unsupported(String domainType, String reason, String remedy) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        ErrorOrigin.QEMU,
                        "domain type '" + domainType + "' cannot be run here: " + reason)
                .withDetail("domain@type")
                .withRemedy(remedy));
    }
}
