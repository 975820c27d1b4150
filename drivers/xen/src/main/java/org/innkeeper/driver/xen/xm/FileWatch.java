package org.innkeeper.driver.xen.xm;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.config.GuestFiles;
import org.innkeeper.driver.xen.part.PartErrors;

/** Tells when a guest's file of a directory is written or removed, on a thread of its own. */
final class FileWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FileWatch.class.getName());

    private final WatchService service;
    private final Runnable listener;

    FileWatch(Path directory, Runnable listener) {
        this.listener = listener;
        try {
            service = directory.getFileSystem().newWatchService();
            directory.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            throw PartErrors.of(
                    ErrorCode.OPEN_FAILED,
                    ErrorOrigin.XENXM,
                    directory + " cannot be watched: " + e,
                    "Is it there? Changes of files are seen with the next refresh");
        }
        Thread thread = new Thread(this::run, "watch of " + directory);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                boolean guests = key.pollEvents().stream().anyMatch(FileWatch::isGuests);
                if (guests) {
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

    private static boolean isGuests(WatchEvent<?> event) {
        return !(event.context() instanceof Path path) || GuestFiles.isGuestName(path.toString());
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
