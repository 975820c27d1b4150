package org.innkeeper.app.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.innkeeper.app.file.SafeFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/**
 * Holds the state directory for this program. The system frees the lock when the program ends, however it ends, so a
 * lock file that was left behind locks nobody out.
 */
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SingleInstance.class.getName());
    private static final int TAKEN = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 50;

    private final FileChannel lockFile;
    private final Endpoint endpoint;
    private final Endpoint.Listening listening;
    private final List<List<String>> early = new ArrayList<>();
    private Consumer<List<String>> listener;

    private SingleInstance(FileChannel lockFile, Endpoint endpoint, Endpoint.Listening listening) {
        this.lockFile = lockFile;
        this.endpoint = endpoint;
        this.listening = listening;
        start("second-starts", this::accept);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes the state directory, or hands the command line to the program that has it.
     *
     * @return empty where the other program has taken the command line
     * @throws InnkeeperException where the directory cannot be used, or its holder does not answer
     */
    public static Optional<SingleInstance> claim(Path stateDirectory, List<String> arguments) {
        return claim(stateDirectory, arguments, PATIENCE);
    }

    static Optional<SingleInstance> claim(Path stateDirectory, List<String> arguments, Duration patience) {
        Path lock = stateDirectory.resolve("innkeeper.lock");
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            SafeFile.createDirectories(stateDirectory);
            while (true) {
                Optional<SingleInstance> taken = take(lock, stateDirectory);
                if (taken.isPresent() || hand(new Endpoint(stateDirectory), arguments)) {
                    return taken;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw held(stateDirectory, lock);
                }
                pause();
            }
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.SYSTEM_ERROR,
                                    ErrorOrigin.NONE,
                                    "the state directory " + stateDirectory + " cannot be used: " + e)
                            .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, stateDirectory.toString()))
                            .withRemedy("Make it writable, or choose another one with --state-dir."),
                    e);
        }
    }

    private static Optional<SingleInstance> take(Path lock, Path stateDirectory) throws IOException {
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock taken = tryLock(channel);
            if (taken == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            Endpoint endpoint = new Endpoint(stateDirectory);
            return Optional.of(new SingleInstance(channel, endpoint, endpoint.listen()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The lock, or null where another program, or another part of this one, has it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static boolean hand(Endpoint endpoint, List<String> arguments) {
        try {
            Endpoint.Connected connected = endpoint.connect();
            try (SocketChannel channel = connected.channel()) {
                Message.write(Channels.newOutputStream(channel), connected.secret(), arguments);
                return Channels.newInputStream(channel).read() == TAKEN;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the first program does not answer yet", e);
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InnkeeperException(
                    ErrorCode.OPERATION_ABORTED,
                    ErrorOrigin.NONE,
                    "interrupted while waiting for the first program",
                    e);
        }
    }

    private static InnkeeperException held(Path stateDirectory, Path lock) {
        String holder;
        try {
            holder = "process " + Files.readString(lock).strip();
        } catch (IOException e) {
            holder = "another process";
        }
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.RESOURCE_BUSY,
                        ErrorOrigin.NONE,
                        "the state directory " + stateDirectory + " is held by " + holder + ", which does not answer")
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, stateDirectory.toString()))
                .withRemedy("End that process, or choose another directory with --state-dir."));
    }

    private void accept() {
        while (true) {
            try {
                SocketChannel channel = listening.channel().accept();
                // Somebody who connects and says nothing keeps nobody else waiting.
                start("second-start", () -> serve(channel));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "second starts cannot be heard any more: {0}", e.getMessage());
                return;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            InputStream in = Channels.newInputStream(channel);
            OutputStream out = Channels.newOutputStream(channel);
            deliver(Message.read(in, listening.secret()));
            out.write(TAKEN);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a second start could not be understood", e);
        }
    }

    private void deliver(List<String> arguments) {
        Consumer<List<String>> to;
        synchronized (early) {
            to = listener;
            if (to == null) {
                early.add(arguments);
                return;
            }
        }
        to.accept(arguments);
    }

    /** Says who takes the command lines of second starts; those that came before are handed on now. Must not block. */
    public void onSecondStart(Consumer<List<String>> taker) {
        List<List<String>> waiting;
        synchronized (early) {
            listener = taker;
            waiting = List.copyOf(early);
            early.clear();
        }
        waiting.forEach(taker);
    }

    @Override
    public void close() {
        try {
            listening.channel().close();
            endpoint.remove();
            lockFile.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the state directory could not be released", e);
        }
    }
}
