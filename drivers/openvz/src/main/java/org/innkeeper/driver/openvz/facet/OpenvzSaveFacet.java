package org.innkeeper.driver.openvz.facet;

import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.openvz.definition.ContainerXml;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.RunState;
import org.innkeeper.driver.openvz.host.SavedContainer;
import org.innkeeper.driver.openvz.host.VzErrors;

/** Saving and restoring with the checkpoints of the kernel, through {@code vzctl chkpnt} and {@code vzctl restore}. */
final class OpenvzSaveFacet extends ContainerFacet implements SaveFacet {
    private static final long SAVE_FLAGS = DomainFlags.SAVE_RUNNING | DomainFlags.SAVE_PAUSED;

    OpenvzSaveFacet(OpenvzContext openvz) {
        super(openvz);
    }

    private static Path check(String operation, String path, String xml, long flags) {
        DomainFlags.check(operation, flags, SAVE_FLAGS);
        if ((flags & SAVE_FLAGS) == SAVE_FLAGS) {
            throw VzErrors.invalidArgument("A container cannot be both running and paused when it is restored");
        }
        if (xml != null) {
            throw VzErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "A container is restored with the definition it has",
                    "Change the container instead");
        }
        return absolute(path);
    }

    private static Path absolute(String path) {
        if (!path.startsWith("/")) {
            throw VzErrors.invalidArgument("'" + path + "' is no absolute path on the host");
        }
        return Path.of(path);
    }

    /** What vzctl can take a checkpoint of. */
    private static Container savable(Container container) {
        if (active(container).run() == RunState.RESTORED) {
            throw VzErrors.state(container, "was restored paused and cannot be saved", "Resume it first");
        }
        return container;
    }

    @Override
    public void save(CallContext context, DomainRef domain, String path, String xml, long flags) {
        change(context, "domain.save", domain, container -> {
            Path file = check("domain.save", path, xml, flags);
            boolean paused = (flags & DomainFlags.SAVE_PAUSED) != 0
                    || (flags & DomainFlags.SAVE_RUNNING) == 0 && container.run() == RunState.FROZEN;
            String definition = ContainerXml.of(savable(container), host.files().host(), false, facts.cpus(), false);
            SavedContainer saved =
                    new SavedContainer(XmlDocument.parse(definition).root(), paused);
            context.progress().progress(-1);
            saved.write(file);
            try {
                host.vzctl().save(context, container, file);
            } catch (InnkeeperException e) {
                // What vzctl began it removes itself; a file that was there before is not ours.
                SavedContainer.forget(file);
                throw e;
            }
            context.progress().progress(1);
            return null;
        });
    }

    @Override
    public void restore(CallContext context, String path, String xml, long flags) {
        gate.run(context, "domain.restore", () -> {
            Path file = check("domain.restore", path, xml, flags);
            SavedContainer saved = SavedContainer.read(file);
            if (!Files.isRegularFile(file)) {
                throw VzErrors.of(
                        ErrorCode.OPEN_FAILED, file + " is gone; only what tells whose it was is left", "Restore it");
            }
            boolean paused =
                    (flags & DomainFlags.SAVE_PAUSED) != 0 || (flags & DomainFlags.SAVE_RUNNING) == 0 && saved.paused();
            Container container = host.byUuid(context, saved.uuid());
            context.progress().progress(-1);
            change(context, "domain.restore", container.ref(), stopped -> {
                host.vzctl().restore(context, inactive(stopped).veid(), file, paused);
                SavedContainer.remove(file);
                return null;
            });
            context.progress().progress(1);
        });
    }

    @Override
    public String savedXml(CallContext context, String path, long flags) {
        return gate.call(context, "domain.savedXml", () -> {
            DomainFlags.check("domain.savedXml", flags, DomainFlags.XML_SECURE);
            return XmlDocument.of(SavedContainer.read(absolute(path)).definition())
                    .toText();
        });
    }

    @Override
    public void managedSave(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.managedSave", domain, container -> {
            DomainFlags.check("domain.managedSave", flags, SAVE_FLAGS);
            if ((flags & DomainFlags.SAVE_PAUSED) != 0) {
                throw VzErrors.of(
                        ErrorCode.ARGUMENT_UNSUPPORTED,
                        "The next start of a saved container lets it run",
                        "Start it paused then");
            }
            context.progress().progress(-1);
            if (savable(container).run() == RunState.RUNNING) {
                host.vzctl().save(context, container.veid());
            } else {
                host.vzctl().save(context, container, dumpFile(container));
            }
            context.progress().progress(1);
            return null;
        });
    }

    private Path dumpFile(Container container) {
        return host.files().host().dumpFile(container.veid());
    }

    @Override
    public boolean hasManagedSave(CallContext context, DomainRef domain) {
        return read(context, "domain.hasManagedSave", domain, Container::saved);
    }

    @Override
    public void removeManagedSave(CallContext context, DomainRef domain) {
        change(context, "domain.removeManagedSave", domain, container -> {
            if (container.saved()) {
                SavedContainer.remove(dumpFile(container));
            }
            return null;
        });
    }

    @Override
    public void coreDump(CallContext context, DomainRef domain, String path, int format, long flags) {
        gate.refuse(context, VzErrors.unsupported("core dumps of containers; their processes write their own"));
    }
}
