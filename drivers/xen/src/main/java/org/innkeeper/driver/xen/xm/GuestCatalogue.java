package org.innkeeper.driver.xen.xm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.config.GuestFiles;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.part.PartErrors;

/** The guests' files of a directory. Each look reads the directory, but of the files only those that were changed. */
final class GuestCatalogue {
    /** The largest file that can be a guest's: 1 MiB. */
    private static final long LARGEST = 1 << 20;

    /** What shows that a file which cannot be read is a guest's for all that. */
    private static final Pattern NAME_SETTING = Pattern.compile("(?m)^\\s*name\\s*=");

    private final GuestFiles files;
    private final ConfigFormat format;
    private final Map<Path, GuestFile> read = new ConcurrentHashMap<>();

    GuestCatalogue(GuestFiles files, ConfigFormat format) {
        this.files = files;
        this.format = format;
    }

    /** All guests, by file name. Of a guest's file that cannot be read the caller is warned. */
    List<GuestFile> all(CallContext context) {
        List<GuestFile> guests = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<UUID> uuids = new HashSet<>();
        for (Path file : files.list()) {
            seen.add(file);
            GuestFile guest = look(context, file);
            if (guest != null && names.add(guest.name())) {
                UUID uuid = uuids.add(guest.uuid()) ? guest.uuid() : derived(file);
                uuids.add(uuid);
                guests.add(guest.withUuid(uuid));
            }
        }
        read.keySet().retainAll(seen);
        return guests;
    }

    /** The guest of a file, null where it is none's. */
    private GuestFile look(CallContext context, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            GuestFile known = read.get(file);
            if (known != null
                    && known.size() == attributes.size()
                    && known.stamp().equals(attributes.lastModifiedTime())) {
                return known;
            }
            if (attributes.size() > LARGEST) {
                return null;
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            GuestFile guest = parse(context, file, attributes, text);
            if (guest != null) {
                read.put(file, guest);
            }
            return guest;
        } catch (IOException e) {
            System.getLogger(GuestCatalogue.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> file + " cannot be read: " + e);
            return null;
        }
    }

    private GuestFile parse(CallContext context, Path file, BasicFileAttributes attributes, String text) {
        try {
            ConfigFile config = ConfigFile.parse(file.toString(), text);
            if (config.value("name").isEmpty()) {
                return null;
            }
            Dialect dialect = format == ConfigFormat.XL ? Dialect.LIBVIRT_9 : Dialect.LIBVIRT_3;
            XmlElement definition = DomainFromConfig.convert(config, format, dialect, architecture());
            XmlElement uuid = definition.element("uuid");
            return new GuestFile(
                    file,
                    attributes.lastModifiedTime(),
                    attributes.size(),
                    config,
                    definition,
                    uuid == null ? derived(file) : UUID.fromString(uuid.text()));
        } catch (InnkeeperException e) {
            if (NAME_SETTING.matcher(text).find()) {
                context.warn(e.info().withDetail(file.toString()));
            }
            return null;
        } catch (IllegalArgumentException e) {
            context.warn(PartErrors.of(
                            ErrorCode.CONF_SYNTAX,
                            ErrorOrigin.XENXM,
                            file + ": its uuid is none: " + e.getMessage(),
                            "Write the uuid as 36 characters, or take it out")
                    .info());
            return null;
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static UUID derived(Path file) {
        return UUID.nameUUIDFromBytes(("xen:" + file).getBytes(StandardCharsets.UTF_8));
    }
}
