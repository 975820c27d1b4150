package org.innkeeper.driver.xen.xenstore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/**
 * The store as it is now, or within a transaction. Paths are absolute, without a slash at the end but for the root; values
 * are text. Every call may wait, no longer than its context and the client's limit say.
 */
public sealed class StoreView permits Xenstore, StoreTransaction {
    /** The longest absolute path, bytes. */
    private static final int MAX_PATH = 3072;

    /** How many requests of one batch are under way at once. */
    private static final int WINDOW = 64;

    /** Why an answer is missing among those of many. */
    private static final Set<StoreError> LEFT_OUT = Set.of(StoreError.ENOENT, StoreError.EACCES, StoreError.E2BIG);

    /** The most names in one directory. */
    private static final int MAX_NAMES = 1 << 18;

    /** How often a directory that changes while it is read is begun again. */
    private static final int DIRECTORY_TRIES = 20;

    private final StoreRequests requests;
    private final int transaction;

    StoreView(StoreRequests requests, int transaction) {
        this.requests = requests;
        this.transaction = transaction;
    }

    final StoreRequests requests() {
        return requests;
    }

    final int transaction() {
        return transaction;
    }

    /** The value at a path, empty where there is no such path. */
    public Optional<String> read(CallContext context, String path) {
        return missingIsEmpty(() -> Optional.of(value(ask(context, MessageType.READ, path))), Optional.empty());
    }

    /**
     * The values at many paths, asked for without waiting for one another.
     *
     * @return by path, in the order of the paths; without those that are missing or that this user may not read
     */
    public Map<String, String> readAll(CallContext context, List<String> paths) {
        Map<String, String> values = new LinkedHashMap<>();
        askAll(context, MessageType.READ, paths).forEach((path, payload) -> values.put(path, value(payload)));
        return values;
    }

    /** The names right below many paths, asked for as by {@link #readAll}; a longer list than a message is left out. */
    public Map<String, List<String>> listAll(CallContext context, List<String> paths) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        askAll(context, MessageType.DIRECTORY, paths)
                .forEach((path, payload) -> names.put(path, Payload.texts(payload)));
        return names;
    }

    private Map<String, byte[]> askAll(CallContext context, MessageType type, List<String> paths) {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        for (int from = 0; from < paths.size(); from += WINDOW) {
            List<String> window = paths.subList(from, Math.min(from + WINDOW, paths.size()));
            List<CompletableFuture<byte[]>> replies = new ArrayList<>();
            for (String path : window) {
                replies.add(requests.send(type, transaction, checked(path), Payload.of(path)));
            }
            for (int i = 0; i < window.size(); i++) {
                try {
                    answers.put(window.get(i), requests.await(context, replies.get(i)));
                } catch (StoreException e) {
                    if (!LEFT_OUT.contains(e.error())) {
                        throw e;
                    }
                }
            }
        }
        return answers;
    }

    /** The names right below a path, empty where there is no such path. */
    public List<String> list(CallContext context, String path) {
        return missingIsEmpty(
                () -> {
                    try {
                        return Payload.texts(ask(context, MessageType.DIRECTORY, path));
                    } catch (StoreException e) {
                        if (e.error() != StoreError.E2BIG) {
                            throw e;
                        }
                        return listInParts(context, path, e);
                    }
                },
                List.of());
    }

    /** Whether there is such a path. */
    public boolean exists(CallContext context, String path) {
        return read(context, path).isPresent();
    }

    /** Sets the value at a path; makes the path where it is not there. */
    public void write(CallContext context, String path, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        send(context, MessageType.WRITE, path, Payload.withValue(checked(path), bytes));
    }

    /** Makes a path with an empty value; does nothing where it is there. */
    public void mkdir(CallContext context, String path) {
        ask(context, MessageType.MKDIR, path);
    }

    /** Removes a path and all below it; does nothing where it is not there. */
    public void remove(CallContext context, String path) {
        missingIsEmpty(() -> ask(context, MessageType.REMOVE, path), null);
    }

    /**
     * Who may use a path: first the owner with what all others may, then others by domain, such as {@code n0}, {@code r5}.
     */
    public List<String> permissions(CallContext context, String path) {
        return Payload.texts(ask(context, MessageType.GET_PERMISSIONS, path));
    }

    /** Sets who may use a path, as {@link #permissions} gives it. */
    public void setPermissions(CallContext context, String path, List<String> permissions) {
        List<String> texts = new ArrayList<>(List.of(checked(path)));
        texts.addAll(permissions);
        send(context, MessageType.SET_PERMISSIONS, path, Payload.of(texts.toArray(String[]::new)));
    }

    final byte[] ask(CallContext context, MessageType type, String path) {
        return send(context, type, path, Payload.of(checked(path)));
    }

    final byte[] send(CallContext context, MessageType type, String path, byte[] payload) {
        return requests.await(context, requests.send(type, transaction, path, payload));
    }

    /**
     * A directory of more than one message. It is begun again where it changes meanwhile.
     *
     * @param tooLong thrown where the daemon knows no parts, as the OCaml one up to Xen 4.17 at least
     */
    private List<String> listInParts(CallContext context, String path, StoreException tooLong) {
        for (int attempt = 0; attempt < DIRECTORY_TRIES; attempt++) {
            Optional<List<String>> names;
            try {
                names = listOnce(context, path);
            } catch (StoreException e) {
                throw e.error() == StoreError.ENOSYS ? tooLong : e;
            }
            if (names.isPresent()) {
                return names.get();
            }
        }
        throw new InnkeeperException(
                ErrorCode.RESOURCE_BUSY,
                ErrorOrigin.XENSTORE,
                "'" + path + "' in the xenstore changes faster than it can be read");
    }

    /** Empty where it changed meanwhile. */
    private Optional<List<String>> listOnce(CallContext context, String path) {
        List<String> names = new ArrayList<>();
        String generation = null;
        // The place to go on from counts bytes, each name with its zero.
        for (int offset = 0; ; ) {
            byte[] part = send(context, MessageType.DIRECTORY_PART, path, Payload.of(path, Integer.toString(offset)));
            List<String> texts = Payload.texts(part);
            String current = texts.isEmpty() ? "" : texts.get(0);
            if (generation != null && !generation.equals(current)) {
                return Optional.empty();
            }
            generation = current;
            // An empty name tells the end; so does a part without any.
            boolean last = texts.size() < 2;
            for (String name : texts.subList(Math.min(1, texts.size()), texts.size())) {
                if (name.isEmpty()) {
                    last = true;
                    break;
                }
                names.add(name);
                offset += name.getBytes(StandardCharsets.UTF_8).length + 1;
            }
            if (last) {
                return Optional.of(names);
            }
            if (names.size() > MAX_NAMES) {
                throw new InnkeeperException(
                        ErrorCode.OVERFLOW,
                        ErrorOrigin.XENSTORE,
                        "'" + path + "' in the xenstore has more than " + MAX_NAMES + " names");
            }
        }
    }

    private static String value(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** A zero within a path would end it there and make the rest another argument. */
    static String checked(String path) {
        if (path.isEmpty() || path.indexOf('\0') >= 0 || path.getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
            throw new InnkeeperException(
                    ErrorCode.INVALID_ARG, ErrorOrigin.XENSTORE, "Not a path of the xenstore: '" + path + "'");
        }
        return path;
    }

    private static <T> T missingIsEmpty(Supplier<T> request, T empty) {
        try {
            return request.get();
        } catch (StoreException e) {
            if (e.error() == StoreError.ENOENT) {
                return empty;
            }
            throw e;
        }
    }
}
