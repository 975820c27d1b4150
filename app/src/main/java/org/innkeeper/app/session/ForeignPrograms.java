package org.innkeeper.app.session;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;

/**
 * What a URI would make this machine, or the far one, run or read. A URI that came from outside (the command line, another
 * program, the network) is only used after a person has seen and confirmed these.
 */
public final class ForeignPrograms {
    /** What is done with the file. */
    public enum Use {
        /** A program this machine runs. */
        RUN_HERE,
        /** A program the shell of the far host runs. */
        RUN_THERE,
        /** A private key this machine uses to log in. */
        KEY
    }

    /**
     * One thing to confirm.
     *
     * @param parameter the URI parameter that names it
     * @param value what it names
     */
    public record Item(Use use, String parameter, String value) {
        /** As it is kept in settings. */
        public String text() {
            return parameter + "=" + value;
        }
    }

    private ForeignPrograms() {}

    /** Everything to confirm, in the order of the parameters; empty where the URI names no program. */
    public static List<Item> of(ConnectUri uri) {
        List<Item> items = new ArrayList<>();
        uri.parameters().forEach(parameter -> {
            Use use = use(parameter.name());
            if (use != null && parameter.value() != null && !parameter.value().isEmpty()) {
                items.add(new Item(use, parameter.name(), parameter.value()));
            }
        });
        return List.copyOf(items);
    }

    /** As {@link #of}; a text that is no URI runs nothing. */
    static List<Item> in(String uri) {
        try {
            return of(ConnectUri.parse(uri));
        } catch (InnkeeperException e) {
            return List.of();
        }
    }

    private static Use use(String name) {
        if (name.equals(RemoteParameter.COMMAND.key())) {
            return Use.RUN_HERE;
        }
        if (name.equals(RemoteParameter.NETCAT.key())) {
            return Use.RUN_THERE;
        }
        return name.equals(RemoteParameter.KEYFILE.key()) ? Use.KEY : null;
    }
}
