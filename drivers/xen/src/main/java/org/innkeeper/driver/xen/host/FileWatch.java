package org.innkeeper.driver.xen.host;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.function.Predicate;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Tells when a file or directory in a directory is made, written or removed, on a thread of its own. */
public final class FileWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FileWatch.class.getName());

    private final WatchService service;
    private final Predicate<String> wanted;
    private final Runnable listener;

    /**
     * Begins to watch.
     *
     * @param wanted the names that are told of
     * @param listener does not block
     * @throws org.innkeeper.core.error.InnkeeperException {@code OPEN_FAILED}
     */
    public FileWatch(Path directory, Predicate<String> wanted, Runnable listener) {
        this.wanted = wanted;
        this.listener = listener;
        try {
            service = directory.getFileSystem().newWatchService();
            directory.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(ErrorCode.OPEN_FAILED, ErrorOrigin.XEN_INOTIFY, directory + " cannot be watched: " + e)
                            .withRemedy("Is it there? Changes are seen with the next refresh"),
                    e);
        }
        Thread thread = new Thread(this::run, "watch of " + directory);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                if (key.pollEvents().stream().anyMatch(this::isWanted)) {
                    listener.run();
                }
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.log(System.Logger.Level.TRACE, "the watch is over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Events that were dropped have no name. */
    private boolean isWanted(WatchEvent<?> event) {
        return !(event.context() instanceof Path path) || wanted.test(path.toString());
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the end of a watch of files", e);
        }
    }
}
