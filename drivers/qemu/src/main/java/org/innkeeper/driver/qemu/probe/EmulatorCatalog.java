package org.innkeeper.driver.qemu.probe;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;

/**
 * The emulators of this machine. Each is asked when somebody first wants to know, at most two at a time, and what it said
 * is kept on disk until the binary changes. Safe for any thread.
 */
public final class EmulatorCatalog {
    private static final System.Logger LOG = System.getLogger(EmulatorCatalog.class.getName());
    private static final Pattern PROGRAM = Pattern.compile("qemu-system-([A-Za-z0-9_]+)(?:\\.exe)?");
    private static final int PROBES_AT_ONCE = 2;
    private static final long CANCEL_CHECK_MILLIS = 100;

    /** Where distributions put an emulator under another name. */
    private static final List<Path> UNUSUAL_NATIVE = List.of(Path.of("/usr/libexec/qemu-kvm"), Path.of("/usr/bin/kvm"));

    private final EmulatorCache cache;
    private final List<Path> searchPath;
    private final Semaphore slots = new Semaphore(PROBES_AT_ONCE);
    private final Map<BinaryIdentity, EmulatorInfo> known = new ConcurrentHashMap<>();
    private final Map<Path, Object> locks = new ConcurrentHashMap<>();

    /** The emulators on the search path of this process, with their answers cached in that directory. */
    public EmulatorCatalog(Path cacheDirectory) {
        this(cacheDirectory, environmentPath(System.getenv("PATH")));
    }

    /** The emulators of those directories, the first one winning. */
    public EmulatorCatalog(Path cacheDirectory, List<Path> searchPath) {
        this.cache = new EmulatorCache(cacheDirectory);
        this.searchPath = List.copyOf(searchPath);
    }

    private static List<Path> environmentPath(String path) {
        List<Path> directories = new ArrayList<>();
        for (String each : (path == null ? "" : path).split(Pattern.quote(File.pathSeparator))) {
            if (!each.isEmpty() && Path.of(each).isAbsolute()) {
                directories.add(Path.of(each));
            }
        }
        return directories;
    }

    /** Where each architecture's emulator is; looks at names only, asks none. */
    public Map<String, Path> binaries() {
        Map<String, Path> found = new LinkedHashMap<>();
        for (Path directory : searchPath) {
            for (Path program : programs(directory)) {
                Matcher name = PROGRAM.matcher(program.getFileName().toString());
                if (name.matches()) {
                    found.putIfAbsent(name.group(1), program);
                }
            }
        }
        String nativeArch = HostPlatform.archOf(System.getProperty("os.arch", ""));
        UNUSUAL_NATIVE.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(program -> found.putIfAbsent(nativeArch, program));
        return found;
    }

    private static List<Path> programs(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var entries = Files.newDirectoryStream(directory, "qemu-system-*")) {
            List<Path> programs = new ArrayList<>();
            entries.forEach(program -> {
                if (Files.isExecutable(program)) {
                    programs.add(program);
                }
            });
            programs.sort(null);
            return programs;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} cannot be searched for emulators: {1}", directory, e.getMessage());
            return List.of();
        }
    }

    /** Every emulator that answers, in the order of architectures; one that does not is logged and left out. */
    public List<EmulatorInfo> all(CallContext context) {
        ExecutorService workers = Executors.newFixedThreadPool(PROBES_AT_ONCE);
        Runnable forget = context.onCancel(workers::shutdownNow);
        try {
            List<Future<EmulatorInfo>> answers = new ArrayList<>();
            for (Path binary : binaries().values()) {
                Callable<EmulatorInfo> probe = () -> byPath(context, binary);
                answers.add(workers.submit(probe));
            }
            List<EmulatorInfo> emulators = new ArrayList<>();
            for (Future<EmulatorInfo> answer : answers) {
                addAnswer(emulators, answer, context);
            }
            return emulators;
        } finally {
            forget.run();
            workers.shutdownNow();
        }
    }

    private static void addAnswer(List<EmulatorInfo> emulators, Future<EmulatorInfo> answer, CallContext context) {
        try {
            emulators.add(answer.get());
        } catch (ExecutionException e) {
            context.check("asking the emulators");
            LOG.log(System.Logger.Level.WARNING, "{0}", e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("asking the emulators");
        }
    }

    /**
     * The emulator of that architecture.
     *
     * @param arch QEMU's name, or {@code i686}
     * @throws InnkeeperException with {@code CONFIG_UNSUPPORTED} where this machine has none
     */
    public EmulatorInfo forArch(CallContext context, String arch) {
        Map<String, Path> binaries = binaries();
        String wanted = arch.matches("i[3-6]86") ? "i386" : arch;
        Path binary = binaries.get(wanted);
        if (binary == null && wanted.equals("i386")) {
            binary = binaries.get("x86_64");
        }
        if (binary == null) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            ErrorOrigin.QEMU,
                            "this machine has no emulator for architecture '" + arch + "'")
                    .withDetail("os/type@arch")
                    .withRemedy("Install the package with qemu-system-" + wanted + " (Debian and Ubuntu: qemu-system-"
                            + packageSuffix(wanted) + ")."));
        }
        return byPath(context, binary);
    }

    private static String packageSuffix(String arch) {
        return switch (arch) {
            case "i386", "x86_64" -> "x86";
            case "arm", "aarch64" -> "arm";
            case "ppc", "ppc64" -> "ppc";
            default -> "misc";
        };
    }

    /**
     * The emulator at that path.
     *
     * @throws InnkeeperException with {@code NO_SUPPORT} where there is none or it does not answer
     */
    public EmulatorInfo byPath(CallContext context, Path binary) {
        BinaryIdentity identity;
        try {
            if (!Files.isExecutable(binary)) {
                throw new IOException(Files.exists(binary) ? "it may not be executed" : "there is no such file");
            }
            identity = BinaryIdentity.of(binary);
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.CONFIG_UNSUPPORTED,
                                    ErrorOrigin.QEMU,
                                    "the emulator " + binary + " cannot be used: " + IoReason.of(e))
                            .withSubject(ErrorSubject.of(ErrorSubject.Kind.PROGRAM, binary.toString()))
                            .withDetail("devices/emulator")
                            .withRemedy("Install it, or name another emulator in the definition."),
                    e);
        }
        EmulatorInfo info = known.get(identity);
        if (info != null) {
            return info;
        }
        synchronized (locks.computeIfAbsent(identity.path(), path -> new Object())) {
            info = known.get(identity);
            if (info == null) {
                info = cache.read(identity).orElseGet(() -> ask(context, binary, identity));
                known.put(identity, info);
            }
            return info;
        }
    }

    /** What an emulator said before, without asking it; empty where it was not asked, or has changed since. */
    public Optional<EmulatorInfo> cached(Path binary) {
        try {
            BinaryIdentity identity = BinaryIdentity.of(binary);
            EmulatorInfo info = known.get(identity);
            return info == null ? cache.read(identity) : Optional.of(info);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} cannot be looked at: {1}", binary, e.getMessage());
            return Optional.empty();
        }
    }

    private EmulatorInfo ask(CallContext context, Path binary, BinaryIdentity identity) {
        try {
            while (!slots.tryAcquire(CANCEL_CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                context.check("asking " + binary);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("asking " + binary);
        }
        try {
            EmulatorInfo info = EmulatorProbe.probe(binary, context);
            cache.write(identity, info);
            return info;
        } finally {
            slots.release();
        }
    }
}
