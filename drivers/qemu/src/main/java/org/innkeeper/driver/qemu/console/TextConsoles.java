package org.innkeeper.driver.qemu.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.Definition;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;

/** The text consoles that are open; one stream at a time for each, since two readers would share the text. */
public final class TextConsoles implements AutoCloseable {
    private final Map<Path, TerminalStream> open = new HashMap<>();

    /**
     * Opens a console of an active guest.
     *
     * @param alias of the device, or null for the first
     * @param force close the stream that has it
     */
    public ByteStream open(Guest guest, String alias, boolean force) {
        Path terminal = terminal(guest, alias);
        TerminalStream other;
        synchronized (open) {
            other = open.get(terminal);
        }
        if (other != null && !force) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.RESOURCE_BUSY,
                            ErrorOrigin.QEMU,
                            "the console of domain '" + guest.view().name() + "' is open already")
                    .withRemedy("Close the other one, or open this one by force."));
        }
        if (other != null) {
            other.close();
        }
        synchronized (open) {
            TerminalStream stream = TerminalStream.open(terminal, () -> forget(terminal));
            open.put(terminal, stream);
            return stream;
        }
    }

    private void forget(Path terminal) {
        synchronized (open) {
            open.remove(terminal);
        }
    }

    private static Path terminal(Guest guest, String alias) {
        Definition live = guest.requireRun().live();
        Optional<XmlElement> device = Stream.of("console", "serial", "parallel")
                .flatMap(kind -> live.devices(kind).stream())
                .filter(element -> alias == null || alias.equals(aliasOf(element)))
                .findFirst();
        if (device.isEmpty()) {
            throw GuestErrors.invalidArgument(
                    "domain '" + guest.view().name() + "' has no console" + (alias == null ? "" : " '" + alias + "'"));
        }
        XmlElement source = device.get().element("source");
        String path = source == null ? null : source.attribute("path");
        if (!"pty".equals(device.get().attribute("type")) || path == null) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.OPERATION_UNSUPPORTED,
                            ErrorOrigin.QEMU,
                            "the console of domain '" + guest.view().name() + "' is of type '"
                                    + device.get().attribute("type") + "'")
                    .withRemedy("Only consoles of type 'pty' can be opened."));
        }
        return Path.of(path);
    }

    private static String aliasOf(XmlElement element) {
        XmlElement alias = element.element("alias");
        return alias == null ? null : alias.attribute("name");
    }

    /** Closes all streams. */
    @Override
    public void close() {
        while (true) {
            TerminalStream next;
            synchronized (open) {
                if (open.isEmpty()) {
                    return;
                }
                next = open.values().iterator().next();
            }
            next.close();
        }
    }
}
