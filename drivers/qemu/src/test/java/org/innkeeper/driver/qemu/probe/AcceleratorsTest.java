package org.innkeeper.driver.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.qemu.probe.HostPlatform.KvmDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceleratorsTest {
    private static final HostPlatform INTEL =
            new HostPlatform(HostPlatform.System.LINUX, "x86_64", Set.of("fpu", "vmx"), KvmDevice.OPENS);

    private static EmulatorInfo emulator(String arch, boolean kvm) {
        return new EmulatorInfo(
                Path.of("/usr/bin/qemu-system-" + arch),
                arch,
                new EmulatorVersion(7, 2, 0),
                "",
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                kvm);
    }

    @Test
    void kvmIsBestWhereTheCpuHasItAndTheDeviceOpens() {
        Accelerators accelerators = new Accelerators(INTEL);
        assertThat(accelerators.best(emulator("x86_64", true)).accelerator()).isEqualTo(Accelerator.KVM);
        assertThat(accelerators.require("kvm", emulator("i386", true))).isEqualTo(Accelerator.KVM);
        assertThat(accelerators.usable(emulator("x86_64", true))).containsExactly(Accelerator.KVM, Accelerator.TCG);
    }

    @Test
    void aDeviceWithoutVirtualizationInTheCpuIsNotTrusted() {
        Accelerators accelerators = new Accelerators(
                new HostPlatform(HostPlatform.System.LINUX, "x86_64", Set.of("fpu", "hypervisor"), KvmDevice.OPENS));
        assertThat(accelerators.status(Accelerator.KVM).usable()).isFalse();
        assertThat(accelerators.status(Accelerator.KVM).reason())
                .contains("vmx")
                .contains("firmware");
        assertThat(accelerators.best(emulator("x86_64", true)).accelerator()).isEqualTo(Accelerator.TCG);
    }

    @Test
    void aDefinitionThatSaysKvmIsRefusedNotRunAsSomethingElse() {
        Accelerators accelerators = new Accelerators(
                new HostPlatform(HostPlatform.System.LINUX, "x86_64", Set.of("svm"), KvmDevice.DENIED));
        assertThatThrownBy(() -> accelerators.require("kvm", emulator("x86_64", true)))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
                    assertThat(e.getMessage()).contains("'kvm'").contains("group kvm");
                    assertThat(e.info().remedy())
                            .hasValueSatisfying(text -> assertThat(text).contains("'qemu'"));
                });
    }

    @Test
    void theAcceleratorOf2007MeansPlainEmulation() {
        assertThat(new Accelerators(INTEL).require("kqemu", emulator("x86_64", true)))
                .isEqualTo(Accelerator.TCG);
    }

    @Test
    void anotherArchitectureOrABuildWithoutKvmIsEmulated() {
        Accelerators accelerators = new Accelerators(INTEL);
        assertThat(accelerators.best(emulator("aarch64", true)).accelerator()).isEqualTo(Accelerator.TCG);
        assertThat(accelerators.best(emulator("x86_64", false)).accelerator()).isEqualTo(Accelerator.TCG);
        assertThatThrownBy(() -> accelerators.require("kvm", emulator("aarch64", true)))
                .hasMessageContaining("aarch64");
        assertThatThrownBy(() -> accelerators.require("xen", emulator("x86_64", true)))
                .hasMessageContaining("no such domain type");
    }

    @Test
    void otherSystemsHaveTheirOwn() {
        Accelerators mac =
                new Accelerators(new HostPlatform(HostPlatform.System.MACOS, "aarch64", Set.of(), KvmDevice.MISSING));
        assertThat(mac.best(emulator("aarch64", false)).accelerator()).isEqualTo(Accelerator.HVF);
        assertThat(mac.best(emulator("x86_64", false)).accelerator()).isEqualTo(Accelerator.TCG);
        Accelerators windows = new Accelerators(new HostPlatform(
                HostPlatform.systemOf("Windows 11"), HostPlatform.archOf("amd64"), Set.of(), KvmDevice.MISSING));
        assertThat(windows.best(emulator("x86_64", false)).accelerator()).isEqualTo(Accelerator.WHPX);
    }

    @Test
    void cpuFlagsAreReadFromTheFirstCpu(@TempDir Path directory) throws IOException {
        Path cpuinfo = Files.writeString(
                directory.resolve("cpuinfo"),
                "processor\t: 0\nflags\t\t: fpu vme svm\n\nprocessor\t: 1\nflags\t: none\n");
        assertThat(HostPlatform.cpuFlags(cpuinfo)).containsExactlyInAnyOrder("fpu", "vme", "svm");
        assertThat(HostPlatform.cpuFlags(directory.resolve("absent"))).isEmpty();
        assertThat(HostPlatform.tryKvm(directory.resolve("absent"))).isEqualTo(KvmDevice.MISSING);
        assertThat(HostPlatform.tryKvm(cpuinfo)).isEqualTo(KvmDevice.OPENS);
    }
}
