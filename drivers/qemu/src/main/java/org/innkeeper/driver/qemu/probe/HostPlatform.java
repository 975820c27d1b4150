package org.innkeeper.driver.qemu.probe;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts of this machine that decide which accelerators work.
 *
 * @param system the operating system
 * @param arch the architecture of the host, under QEMU's name
 * @param cpuFlags flags of the first CPU, empty where the system does not tell
 * @param kvmDevice what came of opening the KVM device
 */
record HostPlatform(System system, String arch, Set<String> cpuFlags, KvmDevice kvmDevice) {
    enum System {
        LINUX,
        MACOS,
        WINDOWS,
        OTHER
    }

    enum KvmDevice {
        OPENS,
        DENIED,
        MISSING,
        FAILS
    }

    private static final int MOST_CPUINFO_LINES = 200;

    static HostPlatform current() {
        System system = systemOf(java.lang.System.getProperty("os.name", ""));
        return new HostPlatform(
                system,
                archOf(java.lang.System.getProperty("os.arch", "")),
                system == System.LINUX ? cpuFlags(Path.of("/proc/cpuinfo")) : Set.of(),
                system == System.LINUX ? tryKvm(Path.of("/dev/kvm")) : KvmDevice.MISSING);
    }

    static System systemOf(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return System.LINUX;
        }
        if (name.startsWith("mac")) {
            return System.MACOS;
        }
        return name.startsWith("windows") ? System.WINDOWS : System.OTHER;
    }

    /** Java's name of an architecture turned into QEMU's. */
    static String archOf(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "x86", "i386", "i486", "i586", "i686" -> "i386";
            case "arm64", "aarch64" -> "aarch64";
            case "ppc64le" -> "ppc64";
            default -> osArch;
        };
    }

    static Set<String> cpuFlags(Path cpuinfo) {
        try (Stream<String> lines = Files.lines(cpuinfo, StandardCharsets.ISO_8859_1)) {
            return lines.limit(MOST_CPUINFO_LINES)
                    .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> new HashSet<>(Arrays.asList(
                            line.substring(line.indexOf(':') + 1).trim().split("\\s+"))))
                    .map(Set::copyOf)
                    .orElse(Set.of());
        } catch (IOException | java.io.UncheckedIOException e) {
            // Without the file nothing is known about the CPU, which counts as having no virtualization.
            return Set.of();
        }
    }

    static KvmDevice tryKvm(Path device) {
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.isOpen() ? KvmDevice.OPENS : KvmDevice.FAILS;
        } catch (NoSuchFileException e) {
            return KvmDevice.MISSING;
        } catch (AccessDeniedException e) {
            return KvmDevice.DENIED;
        } catch (IOException e) {
            return KvmDevice.FAILS;
        }
    }

    boolean isX86() {
        return arch.equals("x86_64") || arch.equals("i386");
    }

    boolean hasVirtualizationFlag() {
        return cpuFlags.contains("vmx") || cpuFlags.contains("svm");
    }
}
