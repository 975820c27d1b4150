package org.innkeeper.driver.xen.xm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainToConfig;
import org.innkeeper.driver.xen.config.GuestFiles;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.host.FileWatch;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/**
 * Guests that are defined by a file of {@code /etc/xen} each. A file is replaced as a whole, and what a definition knows
 * nothing of stays in it; a guest without a UUID is given one when its file is next written or started from.
 */
public final class XmFilesPart implements XenPart {
    private static final Set<XenFunction> READING = EnumSet.of(
            XenFunction.LIST_STORED,
            XenFunction.STORED_DEFINITION,
            XenFunction.CONFIGURATION_FILE,
            XenFunction.AUTOSTART,
            XenFunction.WATCH);

    private static final Set<XenFunction> WRITING =
            EnumSet.of(XenFunction.DEFINE, XenFunction.UNDEFINE, XenFunction.RENAME);

    private final Path directory;
    private final ConfigFormat format;
    private final XendVersion version;
    private final GuestFiles files;
    private final GuestCatalogue catalogue;
    private final AutostartLinks links;

    /**
     * @param directory with the files, {@code /etc/xen}
     * @param format whose files they are
     * @param version for xm's files, of the xend that guests are started with
     */
    public XmFilesPart(Path directory, ConfigFormat format, XendVersion version) {
        this.directory = directory;
        this.format = format;
        this.version = version;
        files = new GuestFiles(directory);
        catalogue = new GuestCatalogue(files, format);
        links = new AutostartLinks(directory);
    }

    @Override
    public String name() {
        return "xm";
    }

    @Override
    public Set<XenFunction> functions(CallContext context) {
        Set<XenFunction> functions = EnumSet.noneOf(XenFunction.class);
        if (Files.isReadable(directory)) {
            functions.addAll(READING);
        }
        if (Files.isWritable(directory)) {
            functions.addAll(WRITING);
        }
        return functions;
    }

    @Override
    public String absence(CallContext context) {
        return Files.isReadable(directory) ? "" : directory + " is missing or not readable for this user";
    }

    @Override
    public void close() {
        // Nothing is held open; who watches closes the watch.
    }

    @Override
    public List<DomainRecord> storedDomains(CallContext context) {
        return catalogue.all(context).stream().map(GuestFile::asRecord).toList();
    }

    private Optional<GuestFile> find(CallContext context, DomainKey domain) {
        return catalogue.all(context).stream()
                .filter(guest -> guest.uuid().equals(domain.uuid()))
                .findFirst();
    }

    private GuestFile get(CallContext context, DomainKey domain) {
        return find(context, domain)
                .orElseThrow(() ->
                        PartErrors.noDomain(ErrorOrigin.XENXM, "'" + domain.name() + "' with a file in " + directory));
    }

    @Override
    public XmlElement storedDefinition(CallContext context, DomainKey domain, boolean secrets) {
        return get(context, domain).completeDefinition();
    }

    @Override
    public Path configurationFile(CallContext context, DomainKey domain) {
        GuestFile guest = get(context, domain);
        if (!guest.tellsUuid() && Files.isWritable(guest.path())) {
            files.write(guest.path(), withUuid(guest));
        }
        return guest.path();
    }

    private static ConfigFile withUuid(GuestFile guest) {
        return guest.config().with("uuid", new ConfigValue.Text(guest.uuid().toString()));
    }

    @Override
    public void define(CallContext context, XmlElement definition) {
        String name = definition.element("name").text();
        Optional<GuestFile> before = catalogue.all(context).stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst();
        Path file = before.map(GuestFile::path).orElseGet(() -> files.newFile(name));
        if (before.isEmpty() && Files.exists(file)) {
            throw taken(file);
        }
        ConfigFile base = before.map(GuestFile::config).orElseGet(() -> ConfigFile.empty(file.toString()));
        files.write(file, convert(definition, base));
    }

    private ConfigFile convert(XmlElement definition, ConfigFile base) {
        Dialect dialect = format == ConfigFormat.XL ? Dialect.LIBVIRT_9 : Dialect.LIBVIRT_3;
        return DomainToConfig.convert(definition, format, dialect, version, base);
    }

    private static InnkeeperException taken(Path file) {
        return PartErrors.of(
                ErrorCode.DOM_EXIST,
                ErrorOrigin.XENXM,
                file + " is there already and is not this domain's",
                "Choose another name, or move the file away");
    }

    @Override
    public void undefine(CallContext context, DomainKey domain) {
        GuestFile guest = get(context, domain);
        links.set(guest.path(), false);
        files.delete(guest.path());
    }

    @Override
    public void rename(CallContext context, DomainKey domain, String newName) {
        GuestFile guest = get(context, domain);
        Path fresh = files.newFile(newName);
        if (Files.exists(fresh)) {
            throw taken(fresh);
        }
        boolean starts = links.has(guest.path());
        files.write(fresh, withUuid(guest).with("name", new ConfigValue.Text(newName)));
        try {
            if (starts) {
                links.set(fresh, true);
                links.set(guest.path(), false);
            }
            Files.deleteIfExists(guest.path());
        } catch (IOException e) {
            throw PartErrors.of(
                    ErrorCode.WRITE_FAILED,
                    ErrorOrigin.XENXM,
                    guest.path() + " cannot be removed: " + e,
                    "The domain is in " + fresh + " now; remove the old file");
        }
    }

    @Override
    public boolean autostart(CallContext context, DomainKey domain) {
        return links.has(get(context, domain).path());
    }

    @Override
    public void setAutostart(CallContext context, DomainKey domain, boolean autostart) {
        links.set(get(context, domain).path(), autostart);
    }

    @Override
    public AutoCloseable watch(CallContext context, Consumer<DomainChange> listener) {
        return new FileWatch(
                directory,
                GuestFiles::isGuestName,
                () -> listener.accept(DomainChange.of(DomainChange.Kind.DEFINITIONS)));
    }
}
