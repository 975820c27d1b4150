package org.innkeeper.driver.xen.facet;

import java.nio.file.Path;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** Saving, restoring and core dumps, in the forms of Xen's own tools. */
final class XenSaveFacet extends XenFacet implements SaveFacet {
    private static final long DUMP_FLAGS =
            DomainFlags.DUMP_CRASH | DomainFlags.DUMP_LIVE | DomainFlags.DUMP_MEMORY_ONLY;

    private final Saver saver;

    XenSaveFacet(XenContext xen) {
        super(xen);
        saver = new Saver(xen);
    }

    private static void check(String operation, String path, String xml, long flags) {
        Saver.check(operation, flags);
        if (xml != null) {
            throw Definitions.problem(
                    ErrorCode.ARGUMENT_UNSUPPORTED, "A file of Xen's keeps the definition that the domain has");
        }
        checkPath(path);
    }

    private static void checkPath(String path) {
        if (!path.startsWith("/")) {
            throw PartErrors.invalidArgument("'" + path + "' is no absolute path on the host");
        }
    }

    @Override
    public void save(CallContext context, DomainRef domain, String path, String xml, long flags) {
        change(context, "domain.save", domain, record -> {
            check("domain.save", path, xml, flags);
            saver.save(context, guest(active(record), "saved"), Path.of(path), flags);
            return null;
        });
    }

    @Override
    public void restore(CallContext context, String path, String xml, long flags) {
        gate.run(context, "domain.restore", () -> {
            check("domain.restore", path, xml, flags);
            if (parts.can(context, XenFunction.SAVED_DEFINITION)) {
                checkFree(context, saved(context, path));
            }
            saver.restore(context, Path.of(path), flags);
        });
    }

    private void checkFree(CallContext context, XmlElement definition) {
        UUID uuid = UUID.fromString(Elements.textAt(definition, "uuid"));
        inventory.all(context).stream()
                .filter(domain -> domain.active() && domain.uuid().equals(uuid))
                .findFirst()
                .ifPresent(XenFacet::inactive);
    }

    private XmlElement saved(CallContext context, String path) {
        return parts.ask(context, XenFunction.SAVED_DEFINITION, part -> part.savedDefinition(context, path));
    }

    @Override
    public String savedXml(CallContext context, String path, long flags) {
        return gate.call(context, "domain.savedXml", () -> {
            DomainFlags.check("domain.savedXml", flags, DomainFlags.XML_SECURE);
            checkPath(path);
            XmlElement definition = saved(context, path);
            boolean secrets = (flags & DomainFlags.XML_SECURE) != 0;
            return XmlDocument.of(secrets ? definition : Definitions.withoutSecrets(definition))
                    .toText();
        });
    }

    @Override
    public void managedSave(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.managedSave", domain, record -> {
            Saver.check("domain.managedSave", flags);
            checkPlace();
            DomainRecord saved = stored(guest(active(record), "saved"));
            xen.saves().make(saved.uuid(), file -> saver.save(context, saved, file, flags));
            return null;
        });
    }

    private void checkPlace() {
        if (!xen.companions().isUsable()) {
            throw unsupported("place of its own to save domains to; name a file");
        }
    }

    @Override
    public boolean hasManagedSave(CallContext context, DomainRef domain) {
        return readWhole(context, "domain.hasManagedSave", domain, this::isSaved);
    }

    @Override
    public void removeManagedSave(CallContext context, DomainRef domain) {
        readWhole(context, "domain.removeManagedSave", domain, record -> {
            checkPlace();
            xen.saves().remove(stored(record).uuid());
            return null;
        });
    }

    @Override
    public void coreDump(CallContext context, DomainRef domain, String path, int format, long flags) {
        change(context, "domain.coreDump", domain, record -> {
            DomainFlags.check("domain.coreDump", flags, DUMP_FLAGS);
            checkPath(path);
            if (format != 0) {
                throw Definitions.problem(ErrorCode.ARGUMENT_UNSUPPORTED, "Xen writes core dumps in one form only");
            }
            guest(active(record), "dumped");
            boolean live = (flags & DomainFlags.DUMP_LIVE) != 0;
            boolean crash = (flags & DomainFlags.DUMP_CRASH) != 0;
            context.progress().progress(-1);
            parts.tell(context, XenFunction.CORE_DUMP, part -> part.coreDump(context, record.key(), path, live, crash));
            context.progress().progress(1);
            return null;
        });
    }
}
