package org.innkeeper.driver.qemu.facet;

import java.nio.file.Path;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.qemu.lifecycle.Definition;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;

/** Saving, restoring and core dumps. */
final class QemuSaveFacet implements SaveFacet {
    private static final long SAVE = DomainFlags.SAVE_RUNNING | DomainFlags.SAVE_PAUSED;

    private final EmbeddedHost host;
    private final CallGate gate;

    QemuSaveFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    @Override
    public void save(CallContext context, DomainRef domain, String path, String xml, long flags) {
        DomainFlags.check("saving a domain", flags, SAVE);
        gate.run(context, "saving a domain", () -> host.saves()
                .save(context, host.guests().require(domain), absolute(path), xml, running(flags)));
    }

    @Override
    public void restore(CallContext context, String path, String xml, long flags) {
        DomainFlags.check("restoring a domain", flags, SAVE);
        gate.run(context, "restoring a domain", () -> {
            Path file = absolute(path);
            Boolean running = running(flags);
            boolean runs = running == null ? host.saves().runsWhenRestored(file) : running;
            String definition = xml == null ? host.saves().savedDefinition(file) : xml;
            host.definitions().restore(context, host.saves(), definition, file, !runs);
        });
    }

    @Override
    public String savedXml(CallContext context, String path, long flags) {
        DomainFlags.check("reading a saved domain", flags, DomainFlags.XML_SECURE);
        return gate.call(
                context,
                "reading a saved domain",
                () -> Secrets.text(
                        new Definition(XmlDocument.parse(host.saves().savedDefinition(absolute(path)))),
                        (flags & DomainFlags.XML_SECURE) != 0));
    }

    @Override
    public void managedSave(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("saving a domain", flags, SAVE);
        gate.run(context, "saving a domain", () -> host.saves()
                .managedSave(context, host.guests().require(domain), running(flags)));
    }

    @Override
    public boolean hasManagedSave(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> host.saves()
                .hasManagedSave(host.guests().require(domain)));
    }

    @Override
    public void removeManagedSave(CallContext context, DomainRef domain) {
        gate.run(context, "removing a managed save", () -> {
            Guest guest = host.guests().require(domain);
            if (!host.saves().hasManagedSave(guest)) {
                throw GuestErrors.wrongState(guest, "has no managed save");
            }
            host.saves().removeManagedSave(guest);
        });
    }

    @Override
    public void coreDump(CallContext context, DomainRef domain, String path, int format, long flags) {
        DomainFlags.check(
                "dumping a domain",
                flags,
                DomainFlags.DUMP_CRASH | DomainFlags.DUMP_RESET | DomainFlags.DUMP_MEMORY_ONLY);
        if (format != 0) {
            throw GuestErrors.invalidArgument("core dumps are written in raw format only, not in format " + format);
        }
        gate.run(context, "dumping a domain", () -> host.operations()
                .coreDump(
                        context,
                        host.guests().require(domain),
                        absolute(path),
                        (flags & DomainFlags.DUMP_CRASH) != 0,
                        (flags & DomainFlags.DUMP_RESET) != 0));
    }

    private static Boolean running(long flags) {
        boolean run = (flags & DomainFlags.SAVE_RUNNING) != 0;
        boolean pause = (flags & DomainFlags.SAVE_PAUSED) != 0;
        if (run && pause) {
            throw GuestErrors.invalidArgument("a saved domain cannot be both running and paused");
        }
        return run || pause ? run : null;
    }

    private static Path absolute(String path) {
        Path file = Path.of(path);
        if (!file.isAbsolute()) {
            throw GuestErrors.invalidArgument("'" + path + "' is no absolute path");
        }
        return file;
    }
}
