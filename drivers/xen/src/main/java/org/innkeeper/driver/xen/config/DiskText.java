package org.innkeeper.driver.xen.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Pattern XM_FORM =
            Pattern.compile("(?<source>.*?),(?<name>[^,]*),(?<mode>\s*(?:r|ro|w|rw|w!)?\s*)(?:,(?<backend>[^,]*))?");
    /** What xl has before a source for the sake of xm's files; of these only the format and phy say something. */
    private static final Pattern OLD_PREFIX = Pattern.compile("(phy|file|tap2?|tapdisk|aio|ioemu|raw|qcow2?|vhd):");

    /** A source in its place that begins so is served by the script {@code block-iscsi} and so on. */
    private static final Pattern SCRIPT_PREFIX = Pattern.compile("\\s*(iscsi|e?nbd|drbd):");

    private static final Set<String> IMAGE_FORMATS = Set.of("raw", "qcow", "qcow2", "vhd");
    private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9_-]*)=(.*)");
    /** Words that stand for themselves, wherever they are. */
    private static final Set<String> FLAGS =
            Set.of("discard", "no-discard", "direct-io-safe", "trusted", "untrusted", "colo", "no-colo");

    private DiskText() {}

    /** Whether a word of an xl disk is a switch, and not the value of a place. */
    static boolean isFlag(String word) {
        return FLAGS.contains(word);
    }

    /** The script that the beginning of an xl disk stands for, null where it stands for none. */
    static String scriptOf(String text) {
        Matcher prefix = SCRIPT_PREFIX.matcher(text);
        return prefix.lookingAt() ? "block-" + prefix.group(1) : null;
    }

    /** The disk of xm's form {@code [source],name[:cdrom],mode[,back end]}. */
    static GuestDisk readXm(String text, Dialect dialect) {
        Matcher form = XM_FORM.matcher(text);
        if (!form.matches()) {
            throw XenErrors.malformed(
                    ErrorOrigin.XENXM, "The disk '" + text + "' is not of the form source,device,mode");
        }
        String source = form.group("source").trim();
        String target = GuestDisk.plainTarget(form.group("name").trim());
        String access = form.group("mode").trim();
        boolean cdrom = target.endsWith(CDROM);
        String device = cdrom ? "cdrom" : "disk";
        String plain = target.replaceFirst(":(cdrom|disk)$", "");
        boolean readOnly = cdrom || access.equals("r") || access.equals("ro");
        boolean shared = access.endsWith("!");
        boolean current = dialect.isFrom(Dialect.LIBVIRT_9);
        String backEnd = form.group("backend");
        if (source.isEmpty()) {
            boolean bare = dialect == Dialect.LIBVIRT_0_3;
            String driver = bare ? null : "phy";
            return new GuestDisk(
                            device,
                            bare ? null : "block",
                            driver,
                            current ? "raw" : null,
                            null,
                            plain,
                            readOnly,
                            shared)
                    .servedBy(backEnd);
        }
        Matcher matcher = OLD_SOURCE.matcher(source);
        if (!matcher.matches()) {
            return new GuestDisk(device, "file", null, current ? "raw" : null, source, plain, readOnly, shared)
                    .servedBy(backEnd);
        }
        String driver = matcher.group(1);
        String format = matcher.group(2);
        if (current && (format == null || format.equals("aio"))) {
            format = "raw";
        }
        String origin = driver.equals("phy") ? "block" : "file";
        return new GuestDisk(device, origin, driver, format, matcher.group(3), plain, readOnly, shared)
                .servedBy(backEnd);
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
        text.append(disk.isCdrom() ? CDROM : "").append(',').append(mode(disk));
        return disk.backEnd() == null ? text.toString() : text + "," + disk.backEnd();
    }

    private static String mode(GuestDisk disk) {
        return disk.readOnly() ? "r" : disk.shared() ? "w!" : "w";
    }

    /**
     * The disk of xl's form: values in their places, options by name and flags in any order; {@code target=} takes the
     * rest.
     */
    static GuestDisk readXl(String text) {
        Map<String, String> options = new HashMap<>();
        int at = 0;
        while (at <= text.length()) {
            String rest = text.substring(at).stripLeading();
            if (rest.startsWith("target=")) {
                options.put("target", rest.substring("target=".length()));
                break;
            }
            int comma = text.indexOf(',', at);
            readPart(text.substring(at, comma < 0 ? text.length() : comma).trim(), options);
            at = comma < 0 ? text.length() + 1 : comma + 1;
        }
        return xlDisk(text, options);
    }

    private static void readPart(String part, Map<String, String> options) {
        Matcher named = NAMED.matcher(part);
        if (named.matches()) {
            options.put(named.group(1), named.group(2));
        } else if (part.equals("cdrom")) {
            options.put("devtype", "cdrom");
        } else if (!FLAGS.contains(part)) {
            boolean device = part.endsWith(CDROM) && options.containsKey("target");
            POSITIONS.stream()
                    .filter(position -> !options.containsKey(position) && !(device && position.equals("format")))
                    .findFirst()
                    .ifPresent(position -> options.put(position, part));
            // A source with a prefix names its format itself: the next place is the device's.
            boolean source = part.equals(options.get("target"));
            Matcher script = SCRIPT_PREFIX.matcher(part);
            if (source && script.lookingAt()) {
                options.put("target", part.substring(script.end()));
                options.putIfAbsent("format", "");
            } else if (source && OLD_PREFIX.matcher(part).lookingAt()) {
                options.putIfAbsent("format", "");
            }
        }
    }

    private static GuestDisk xlDisk(String text, Map<String, String> options) {
        String target = options.getOrDefault("vdev", "");
        boolean cdrom = "cdrom".equals(options.get("devtype")) || target.endsWith(CDROM);
        target = GuestDisk.plainTarget(target).replaceFirst(":.*", "");
        if (target.isEmpty()) {
            throw XenErrors.malformed(ErrorOrigin.XENXL, "The disk '" + text + "' has no vdev");
        }
        String source = options.getOrDefault("target", "");
        String format = options.getOrDefault("format", "");
        String backend = options.getOrDefault("backendtype", "");
        for (Matcher prefix = OLD_PREFIX.matcher(source); prefix.lookingAt(); prefix = OLD_PREFIX.matcher(source)) {
            String word = prefix.group(1);
            source = source.substring(prefix.end());
            format = format.isEmpty() && IMAGE_FORMATS.contains(word) ? word : format;
            backend = backend.isEmpty() && word.equals("phy") ? word : backend;
        }
        String driver = backend.equals("phy") || backend.equals("tap") ? backend : "qemu";
        String origin = source.startsWith("rbd:") ? "network" : backend.equals("phy") ? "block" : "file";
        String access = options.getOrDefault("access", "");
        boolean empty = cdrom && source.isEmpty();
        return new GuestDisk(
                        cdrom ? "cdrom" : "disk",
                        origin,
                        driver,
                        empty ? null : format.isEmpty() ? "raw" : format,
                        source.isEmpty() ? null : source,
                        target,
                        cdrom || access.equals("r") || access.equals("ro"),
                        access.endsWith("!"))
                .servedBy(options.get("backend"));
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
                .add("backend", disk.backEnd())
                .add("target", disk.source())
                .toString();
    }
}
