package org.innkeeper.driver.xen.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.XenErrors;

/** A disk in one string, as xm has it and as xl has it. */
final class DiskText {
    private static final String CDROM = ":cdrom";
    private static final List<String> POSITIONS = List.of("target", "format", "vdev", "access");
    private static final Pattern OLD_SOURCE =
            Pattern.compile("(phy|file|tap2?):(?:tapdisk:)?(?:(aio|qcow2?|vhd|raw):)?(.*)");
    private static final Pattern NAMED =
            Pattern.compile("(format|vdev|access|backendtype|backend|devtype|script)=(.*)");

    private DiskText() {}

    /** The disk of xm's form {@code [source],name[:cdrom],mode}. */
    static GuestDisk readXm(String text, Dialect dialect) {
        int mode = text.lastIndexOf(',');
        int name = text.lastIndexOf(',', mode - 1);
        if (mode < 0 || name < 0) {
            throw XenErrors.malformed(
                    ErrorOrigin.XENXM, "The disk '" + text + "' is not of the form source,device,mode");
        }
        String source = text.substring(0, name).trim();
        String target = GuestDisk.plainTarget(text.substring(name + 1, mode).trim());
        String access = text.substring(mode + 1).trim();
        boolean cdrom = target.endsWith(CDROM);
        String device = cdrom ? "cdrom" : "disk";
        String plain = target.replaceFirst(":(cdrom|disk)$", "");
        boolean readOnly = cdrom || access.equals("r") || access.equals("ro");
        boolean shared = access.endsWith("!");
        boolean current = dialect.isFrom(Dialect.LIBVIRT_9);
        if (source.isEmpty()) {
            boolean bare = dialect == Dialect.LIBVIRT_0_3;
            String driver = bare ? null : "phy";
            return new GuestDisk(
                    device, bare ? null : "block", driver, current ? "raw" : null, null, plain, readOnly, shared);
        }
        Matcher matcher = OLD_SOURCE.matcher(source);
        if (!matcher.matches()) {
            return new GuestDisk(device, "file", null, current ? "raw" : null, source, plain, readOnly, shared);
        }
        String driver = matcher.group(1);
        String format = matcher.group(2);
        if (current && (format == null || format.equals("aio"))) {
            format = "raw";
        }
        String origin = driver.equals("phy") ? "block" : "file";
        return new GuestDisk(device, origin, driver, format, matcher.group(3), plain, readOnly, shared);
    }

    /** xm's form of a disk. */
    static String writeXm(GuestDisk disk, boolean oldNames) {
        StringBuilder text = new StringBuilder();
        if (disk.source() != null) {
            String driver = disk.driver();
            if (driver == null) {
                driver = "block".equals(disk.origin()) ? "phy" : "file";
            }
            text.append(driver).append(':');
            if (driver.startsWith("tap")) {
                boolean raw = disk.format() == null || disk.format().equals("raw");
                text.append(raw ? "aio" : disk.format()).append(':');
            } else if (driver.equals("phy") && !disk.source().startsWith("/")) {
                text.append("/dev/");
            }
            text.append(disk.source());
        }
        text.append(',').append(oldNames ? "ioemu:" : "").append(disk.target());
        return text.append(disk.isCdrom() ? CDROM : "")
                .append(',')
                .append(mode(disk))
                .toString();
    }

    private static String mode(GuestDisk disk) {
        return disk.readOnly() ? "r" : disk.shared() ? "w!" : "w";
    }

    /** The disk of xl's form: values in their places, then options by name; {@code target=} takes the rest. */
    static GuestDisk readXl(String text) {
        Map<String, String> options = new HashMap<>();
        boolean cdrom = false;
        int place = 0;
        int at = 0;
        while (at <= text.length()) {
            String rest = text.substring(at).stripLeading();
            if (rest.startsWith("target=")) {
                options.put("target", rest.substring("target=".length()));
                break;
            }
            int comma = text.indexOf(',', at);
            String part = text.substring(at, comma < 0 ? text.length() : comma).trim();
            at = comma < 0 ? text.length() + 1 : comma + 1;
            Matcher named = NAMED.matcher(part);
            if (named.matches()) {
                options.put(named.group(1), named.group(2));
            } else if (part.equals("cdrom")) {
                cdrom = true;
            } else if (place < POSITIONS.size()) {
                options.put(POSITIONS.get(place), part);
                // A source with a prefix names its format itself: the next place is the device's.
                place += place == 0 && OLD_SOURCE.matcher(part).matches() ? 2 : 1;
            }
        }
        return xlDisk(text, options, cdrom || "cdrom".equals(options.get("devtype")));
    }

    private static GuestDisk xlDisk(String text, Map<String, String> options, boolean namedCdrom) {
        String target = options.getOrDefault("vdev", "");
        boolean cdrom = namedCdrom || target.endsWith(CDROM);
        target = GuestDisk.plainTarget(target.replaceFirst(":.*", ""));
        if (target.isEmpty()) {
            throw XenErrors.malformed(ErrorOrigin.XENXL, "The disk '" + text + "' has no vdev");
        }
        String source = options.getOrDefault("target", "");
        String format = options.getOrDefault("format", "");
        String backend = options.getOrDefault("backendtype", "");
        Matcher old = OLD_SOURCE.matcher(source);
        if (old.matches()) {
            source = old.group(3);
            format = format.isEmpty() && old.group(2) != null ? old.group(2) : format;
            backend = backend.isEmpty() && old.group(1).equals("phy") ? "phy" : backend;
        }
        String driver = backend.equals("phy") || backend.equals("tap") ? backend : "qemu";
        String origin = source.startsWith("rbd:") ? "network" : backend.equals("phy") ? "block" : "file";
        String access = options.getOrDefault("access", "");
        return new GuestDisk(
                cdrom ? "cdrom" : "disk",
                origin,
                driver,
                format.isEmpty() || format.equals("aio") ? "raw" : format.equals("vhd") ? "vpc" : format,
                source.isEmpty() ? null : source,
                target,
                cdrom || access.equals("r") || access.equals("ro"),
                access.endsWith("!"));
    }

    /** xl's form of a disk. */
    static String writeXl(GuestDisk disk) {
        String driver = disk.driver();
        String backend = driver == null
                ? null
                : switch (driver) {
                    case "qemu", "file" -> "qdisk";
                    case "tap", "phy" -> driver;
                    default -> throw XenErrors.unsupported("xl has no disks with the driver " + driver);
                };
        String format = disk.format() == null ? "raw" : disk.format().equals("vpc") ? "vhd" : disk.format();
        return new OptionText()
                .add("format", format)
                .add("vdev", disk.target())
                .add("access", disk.readOnly() ? "ro" : disk.shared() ? "!" : "rw")
                .add("backendtype", backend)
                .add("devtype", disk.isCdrom() ? "cdrom" : null)
                .add("target", disk.source())
                .toString();
    }
}
