package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.storage.image.ImageInfo;
import org.innkeeper.driver.storage.image.ImageTool;
import org.innkeeper.driver.storage.image.StorageErrors;

/**
 * Makes volumes. A name is taken by an empty file first, which fails where there is one, and filled by moving the finished
 * image onto it: nothing that exists is ever overwritten, and what fails or is cancelled leaves nothing behind.
 */
final class VolumeWork {
    private final ImageTool tool;

    VolumeWork(ImageTool tool) {
        this.tool = tool;
    }

    /** Makes an empty volume. */
    VolumeRef create(CallContext context, Pool pool, VolumeDefinition definition) {
        return make(context, pool, definition, file -> {
            requireBacking(pool, definition);
            tool.run(context, definition.recipe().createArguments(file), definition.name());
        });
    }

    /** Makes a copy of a volume, as large as the definition says where that is more. */
    VolumeRef copy(CallContext context, Pool pool, VolumeDefinition definition, Volume source) {
        return make(context, pool, definition, file -> {
            tool.run(
                    context,
                    definition.recipe().convertArguments(source.path(), source.format(), file),
                    definition.name());
            ImageInfo made = tool.info(context, file, definition.recipe().format());
            if (definition.recipe().capacity() > made.capacity()) {
                resize(
                        context,
                        file,
                        definition.recipe().format().toolName(),
                        definition.recipe().capacity(),
                        List.of());
            }
        });
    }

    void resize(CallContext context, Path file, String format, long capacity, List<String> options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("resize", "-f", format));
        arguments.addAll(options);
        arguments.addAll(List.of(file.toString(), Long.toString(capacity)));
        tool.run(context, arguments, file.getFileName().toString());
    }

    private static void requireBacking(Pool pool, VolumeDefinition definition) {
        String backing = definition.recipe().backing();
        if (backing != null && !Files.exists(pool.definition().directory().resolve(backing))) {
            throw StorageErrors.volume(
                    ErrorCode.NO_STORAGE_VOL,
                    definition.name(),
                    "the backing image " + backing + " is not there",
                    "Name an image that exists.");
        }
    }

    private static VolumeRef make(CallContext context, Pool pool, VolumeDefinition definition, Consumer<Path> maker) {
        pool.requireActive();
        String name = definition.name();
        Path directory = pool.definition().directory();
        Path target = directory.resolve(name);
        pool.occupy(name);
        try {
            claim(target, pool, name);
            Path unfinished = null;
            try {
                unfinished = Files.createTempFile(directory, Pool.UNFINISHED, "");
                maker.accept(unfinished);
                Permissions.apply(unfinished, definition.mode() == null ? 0600 : definition.mode());
                context.check("making volume '" + name + "'");
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                discard(unfinished, target);
                throw StorageErrors.file(target, "making the volume", e);
            } catch (RuntimeException e) {
                discard(unfinished, target);
                throw e;
            }
            context.progress().progress(1);
        } finally {
            pool.release(name);
        }
        return pool.update(name).ref();
    }

    private static void claim(Path target, Pool pool, String name) {
        try {
            Files.createFile(target);
        } catch (FileAlreadyExistsException e) {
            throw StorageErrors.volume(
                    ErrorCode.STORAGE_VOL_EXIST,
                    name,
                    "storage pool '" + pool.definition().name() + "' has a volume '" + name + "' already",
                    "Choose another name, or delete that volume first.");
        } catch (IOException e) {
            throw StorageErrors.file(target, "making the volume", e);
        }
    }

    private static void discard(Path unfinished, Path target) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
            Files.deleteIfExists(target);
        } catch (IOException e) {
            System.getLogger(VolumeWork.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "an unfinished volume stays behind at {0}: {1}",
                            target,
                            e.getMessage());
        }
    }
}
