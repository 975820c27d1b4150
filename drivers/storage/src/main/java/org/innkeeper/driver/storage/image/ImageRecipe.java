package org.innkeeper.driver.storage.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a new image is to be.
 *
 * @param format its format
 * @param capacity what a guest will see, bytes; -1 to take it from the backing image
 * @param allocation how much of it takes room at once, bytes
 * @param backing the image below it, or null
 * @param backingFormat the format of that; never guessed
 * @param compat the version of qcow2, or null for today's
 * @param lazyRefcounts whether qcow2 writes its counters late
 * @param clusterSize bytes, 0 for the format's own choice
 * @param extendedL2 whether qcow2 keeps track of parts of clusters
 * @param noCopyOnWrite whether a file system that copies on write does not for this file
 * @param preallocateMetadata whether the tables of the format are written at once
 */
public record ImageRecipe(
        ImageFormat format,
        long capacity,
        long allocation,
        String backing,
        ImageFormat backingFormat,
        String compat,
        boolean lazyRefcounts,
        long clusterSize,
        boolean extendedL2,
        boolean noCopyOnWrite,
        boolean preallocateMetadata) {
    private static final long KIB = 1024;
    private static final String COMPAT_TODAY = "1.1";

    /** The arguments that make it at that path. */
    public List<String> createArguments(Path path) {
        List<String> arguments = new ArrayList<>(List.of("create", "-f", format.toolName()));
        if (backing != null) {
            arguments.addAll(List.of("-b", backing));
        }
        String options = options(true);
        if (!options.isEmpty()) {
            arguments.addAll(List.of("-o", options));
        }
        arguments.add(path.toString());
        if (capacity >= 0) {
            arguments.add(kib(capacity));
        }
        return arguments;
    }

    /** The arguments that copy another image to that path in this format. */
    public List<String> convertArguments(Path source, ImageFormat sourceFormat, Path path) {
        List<String> arguments =
                new ArrayList<>(List.of("convert", "-p", "-f", sourceFormat.toolName(), "-O", format.toolName()));
        String options = options(false);
        if (!options.isEmpty()) {
            arguments.addAll(List.of("-o", options));
        }
        arguments.add(source.toString());
        arguments.add(path.toString());
        return arguments;
    }

    /** A size as qemu-img takes it, rounded up to whole KiB. */
    static String kib(long bytes) {
        return (bytes + KIB - 1) / KIB + "K";
    }

    private String options(boolean withBacking) {
        List<String> options = new ArrayList<>();
        if (withBacking && backing != null) {
            options.add("backing_fmt=" + backingFormat.toolName());
        }
        if (noCopyOnWrite) {
            options.add("nocow=on");
        }
        if (format == ImageFormat.QCOW2) {
            options.add("compat=" + (compat == null ? COMPAT_TODAY : compat));
            if (lazyRefcounts) {
                options.add("lazy_refcounts");
            }
            if (clusterSize > 0) {
                options.add("cluster_size=" + clusterSize);
            }
            if (extendedL2) {
                options.add("extended_l2=on");
            }
        }
        String preallocation = preallocation();
        if (preallocation != null) {
            options.add("preallocation=" + preallocation);
        }
        return String.join(",", options);
    }

    private String preallocation() {
        boolean whole = capacity > 0 && allocation >= capacity && backing == null;
        return switch (format) {
            case RAW -> whole ? "falloc" : null;
            case QCOW2 -> whole ? "falloc" : preallocateMetadata && backing == null ? "metadata" : null;
            default -> null;
        };
    }
}
