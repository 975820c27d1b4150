package org.innkeeper.driver.xen.facet;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;

/** Starts domains: new ones from documents, stored ones by who stores them, or from their file. */
final class Starter {
    private final XenContext xen;
    private final Definitions definitions;
    private final Saver saver;

    Starter(XenContext xen, Definitions definitions) {
        this.xen = xen;
        this.definitions = definitions;
        saver = new Saver(xen);
    }

    DomainRef create(CallContext context, String xml, boolean paused) {
        List<DomainRecord> present = xen.inventory().all(context);
        XmlElement definition = definitions.read(context, xml, present);
        String name = definition.element("name").text().strip();
        UUID uuid = UUID.fromString(definition.element("uuid").text());
        if (present.stream().anyMatch(other -> other.active() && other.uuid().equals(uuid))) {
            throw Definitions.problem(ErrorCode.OPERATION_INVALID, "The domain '" + name + "' runs already");
        }
        DomainRef run = new DomainRef(name, uuid, create(context, definition, paused));
        definitions.began(run, definition);
        bind(context, run, definition);
        return run;
    }

    private int create(CallContext context, XmlElement definition, boolean paused) {
        return xen.parts().ask(context, XenFunction.CREATE, part -> part.create(context, definition, paused));
    }

    /** @param flags {@code START_} bits */
    DomainRef start(CallContext context, DomainRecord domain, long flags) {
        boolean paused = (flags & DomainFlags.START_PAUSED) != 0;
        if (!xen.saves().exists(domain.uuid())) {
            return boot(context, domain.key(), paused);
        }
        if ((flags & DomainFlags.START_FORCE_BOOT) != 0) {
            xen.saves().remove(domain.uuid());
            return boot(context, domain.key(), paused);
        }
        checkDisks(context, domain.key());
        saver.restore(context, xen.saves().file(domain.uuid()), paused ? DomainFlags.SAVE_PAUSED : 0);
        xen.saves().remove(domain.uuid());
        return xen.inventory().byUuid(context, domain.uuid()).key().ref();
    }

    /** A guest that goes on from its memory writes what it remembers of its file systems over what others did since. */
    private void checkDisks(CallContext context, DomainKey guest) {
        List<Path> images = definitions.stored(context, guest, true).elements("devices").stream()
                .flatMap(devices -> devices.elements("disk").stream())
                .map(GuestDisk::of)
                .filter(disk -> "file".equals(disk.origin()) && disk.source() != null && !disk.readOnly())
                .map(disk -> Path.of(disk.source()))
                .toList();
        xen.saves().writtenSince(guest.uuid(), images).ifPresent(image -> {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.OPERATION_INVALID,
                            ErrorOrigin.XEN,
                            "Domain '" + guest.name() + "' cannot go on from where it was saved: its disk " + image
                                    + " was written since, which going on would damage")
                    .withRemedy("Remove the saved state, or start the guest anew without it."));
        });
    }

    private DomainRef boot(CallContext context, DomainKey key, boolean paused) {
        int id;
        if (!xen.parts().can(context, XenFunction.START)) {
            // xend of before 3.0.4 starts what it is told, and keeps nothing.
            XmlElement definition = definitions.stored(context, key, true);
            definitions.resolveNetworks(context, definition);
            id = create(context, definition, paused);
        } else {
            Path file = xen.parts().can(context, XenFunction.CONFIGURATION_FILE)
                    ? xen.parts()
                            .ask(context, XenFunction.CONFIGURATION_FILE, part -> part.configurationFile(context, key))
                    : null;
            id = xen.parts().ask(context, XenFunction.START, part -> part.start(context, key, file, paused));
        }
        DomainRef run = new DomainRef(key.name(), key.uuid(), id);
        bind(context, run, definitions.began(context, run));
        return run;
    }

    /** Xen's tools bind all virtual CPUs alike when they start a domain. */
    private void bind(CallContext context, DomainRef run, XmlElement definition) {
        new StoredPinning(definition).single().forEach((vcpu, cpus) -> {
            try {
                xen.parts()
                        .tell(
                                context,
                                XenFunction.PIN_VCPU,
                                part -> part.pinVcpu(context, DomainKey.of(run), vcpu, cpus));
            } catch (InnkeeperException e) {
                context.warn(ErrorInfo.warning(
                        e.code(),
                        ErrorOrigin.XEN,
                        "Domain '" + run.name() + "' was started, but its virtual CPU " + vcpu + " could not be bound: "
                                + e.getMessage()));
            }
        });
    }
}
