package org.innkeeper.driver.xen.xl;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainToConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Starts guests with {@code xl create}, which leaves a process behind that restarts them when they reboot. */
final class GuestStarter {
    private static final Duration CLEANING_UP = Duration.ofSeconds(60);

    private final XlTool xl;

    GuestStarter(XlTool xl) {
        this.xl = xl;
    }

    /** @return the guest's id */
    int create(CallContext context, XmlElement definition, boolean paused) {
        ConfigFile file = DomainToConfig.convert(
                definition, ConfigFormat.XL, Dialect.LIBVIRT_9, XendVersion.XEN_3_1, ConfigFile.empty("xl"));
        DomainView view = new DomainView(definition, Dialect.LIBVIRT_9);
        UUID uuid = view.uuid() == null ? UUID.randomUUID() : UUID.fromString(view.uuid());
        try (StartFile start = StartFile.of(file, uuid, () -> nodes(context))) {
            return start(context, uuid, view.name(), start.path(), paused);
        }
    }

    int start(CallContext context, DomainKey domain, Path file, boolean paused) {
        Objects.requireNonNull(file, "file");
        try (StartFile start = StartFile.of(file, domain.uuid(), () -> nodes(context))) {
            return start(context, domain.uuid(), domain.name(), start.path(), paused);
        }
    }

    private int nodes(CallContext context) {
        return HostReport.parse(xl.ask(context, "info", "-n")).node().nodes();
    }

    private int start(CallContext context, UUID uuid, String name, Path file, boolean paused) {
        List<String> words = new ArrayList<>(List.of("create"));
        if (paused) {
            words.add("-p");
        }
        words.add(file.toString());
        DomainKey subject = new DomainKey(DomainRef.INACTIVE, uuid, name);
        try {
            xl.run(context, XlTool.START, subject, words, line -> {});
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.OPERATION_TIMEOUT || e.code() == ErrorCode.OPERATION_ABORTED) {
                removeRest(uuid);
            }
            throw e;
        }
        return find(context, uuid)
                .orElseThrow(() -> PartErrors.of(
                        ErrorCode.OPERATION_FAILED,
                        ErrorOrigin.XENXL,
                        "Domain '" + name + "' was started and is gone already",
                        "See the guest's log in /var/log/xen"))
                .id();
    }

    private Optional<DomainRecord> find(CallContext context, UUID uuid) {
        return DomainTable.parse(xl.ask(context, "list", "-v")).stream()
                .filter(record -> uuid.equals(record.uuid()))
                .findFirst();
    }

    /** A call of the part's own, for when the caller's is over. */
    CallContext cleaningUp() {
        return CallContext.within(CLEANING_UP);
    }

    /** What xl had begun when it was ended. */
    private void removeRest(UUID uuid) {
        try {
            CallContext context = cleaningUp();
            Optional<DomainRecord> rest = find(context, uuid);
            if (rest.isPresent()) {
                DomainKey domain =
                        new DomainKey(rest.get().id(), uuid, rest.get().label());
                xl.run(context, XlTool.CHANGE, domain, "destroy");
            }
        } catch (InnkeeperException e) {
            System.getLogger(GuestStarter.class.getName())
                    .log(Level.WARNING, "a domain that was not started may be left: " + e.getMessage());
        }
    }
}
