package org.innkeeper.driver.qemu.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.qmp.QmpCommandException;

/** Takes pictures of a guest's screen. */
public final class Screen {
    private static final long MAX_BYTES = 64L << 20;

    private Screen() {}

    /**
     * Takes a picture.
     *
     * @param number which screen, from 0: the heads of the first video device, then those of the next
     */
    public static Screenshot shoot(CallContext context, Guest guest, int number) {
        ActiveRun run = guest.requireRun();
        ObjectNode arguments = head(guest, run, number);
        Path file;
        try {
            file = Files.createTempFile(run.paths().runtimeDir(), "screen", null);
        } catch (IOException e) {
            throw failed(guest, IoReason.of(e), e);
        }
        try {
            QmpClient monitor = run.requireMonitor(context, guest);
            String type = dump(context, monitor, arguments.put("filename", file.toString()));
            if (Files.size(file) > MAX_BYTES) {
                throw failed(guest, "the picture has more than " + (MAX_BYTES >> 20) + " MiB", null);
            }
            return new Screenshot(type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw failed(guest, IoReason.of(e), e);
        } finally {
            delete(file);
        }
    }

    /** Asks for PNG, which QEMUs before 7.1 do not write. */
    private static String dump(CallContext context, QmpClient monitor, ObjectNode arguments) {
        try {
            monitor.execute(context, "screendump", arguments.deepCopy().put("format", "png"));
            return "image/png";
        } catch (QmpCommandException e) {
            monitor.execute(context, "screendump", arguments);
            return "image/x-portable-pixmap";
        }
    }

    private static ObjectNode head(Guest guest, ActiveRun run, int number) {
        int first = 0;
        for (XmlElement video : run.live().devices("video")) {
            XmlElement model = video.element("model");
            String heads = model == null ? null : model.attribute("heads");
            int count = heads == null || !heads.matches("[1-9][0-9]?") ? 1 : Integer.parseInt(heads);
            XmlElement alias = video.element("alias");
            if (number >= first && number < first + count && model != null && !"none".equals(model.attribute("type"))) {
                ObjectNode arguments = QmpClient.object();
                if (number > 0 && alias != null) {
                    arguments.put("device", alias.attribute("name")).put("head", number - first);
                }
                return arguments;
            }
            first += count;
        }
        throw GuestErrors.invalidArgument("domain '" + guest.view().name() + "' has no screen " + number);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Screen.class.getName()).log(System.Logger.Level.WARNING, "removing " + file, e);
        }
    }

    private static InnkeeperException failed(Guest guest, String reason, Exception cause) {
        return new InnkeeperException(
                ErrorCode.OPERATION_FAILED,
                ErrorOrigin.QEMU,
                "no picture of domain '" + guest.view().name() + "' could be taken: " + reason,
                cause);
    }
}
