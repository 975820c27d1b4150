package org.innkeeper.driver.xen.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;

/**
 * Where a definition is written over an older file, a setting that says the same in other words stays as it was written,
 * and so does each part of a list; of a device that did change, options without words go over to its new text. Thus what a definition has no words for is not lost by an edit of something else: the
 * script of a disk, options of a PCI device, the kind of BIOS, a processor in xend's form.
 */
final class KeptWording {
    /** Lists that are longer are kept as a whole or not at all: parts are tried each with each. */
    private static final int MOST_PARTS = 64;
    /** The host's architecture stands in both documents that are compared. */
    private static final String ARCHITECTURE = "any";

    private final ConfigFormat format;
    private final Dialect dialect;
    private ConfigFile file;
    private Set<String> removed;
    private XmlElement meaning;

    private KeptWording(ConfigFile file, Set<String> removed, ConfigFormat format, Dialect dialect) {
        this.file = file;
        this.removed = removed;
        this.format = format;
        this.dialect = dialect;
    }

    /**
     * The new file in the old one's words.
     *
     * @param file the old one with what the definition says
     * @param removed the settings that the definition says nothing of
     */
    static ConfigFile of(ConfigFile base, ConfigFile file, Set<String> removed, ConfigFormat format, Dialect dialect) {
        KeptWording wording = new KeptWording(file, removed, format, dialect);
        wording.keep(base);
        return without(wording.file, wording.removed);
    }

    private static ConfigFile without(ConfigFile file, Set<String> names) {
        ConfigFile rest = file;
        for (String name : names) {
            rest = rest.without(name);
        }
        return rest;
    }

    private void keep(ConfigFile base) {
        List<String> changed = base.names().stream()
                .filter(name -> removed.contains(name) || !base.value(name).equals(file.value(name)))
                .toList();
        Optional<XmlElement> read = changed.isEmpty() ? Optional.empty() : read(without(file, removed));
        if (read.isPresent()) {
            meaning = read.get();
            for (String name : changed) {
                boolean kept = tryFile(name, file.withSettingOf(base, name));
                if (!kept && !removed.contains(name) && base.value(name).get() instanceof ConfigValue.Items before) {
                    keepParts(name, before.values());
                }
            }
        }
    }

    /** Takes a file in which one setting is worded otherwise, if it means the same. */
    private boolean tryFile(String name, ConfigFile candidate) {
        Set<String> rest = new HashSet<>(removed);
        rest.remove(name);
        boolean same = read(without(candidate, rest))
                .filter(other -> CanonicalXml.firstDifference(meaning, other).isEmpty())
                .isPresent();
        if (same) {
            file = candidate;
            removed = rest;
        }
        return same;
    }

    private void keepParts(String name, List<ConfigValue> before) {
        if (!(file.value(name).orElse(null) instanceof ConfigValue.Items items)
                || items.values().size() > MOST_PARTS
                || before.size() > MOST_PARTS) {
            return;
        }
        List<ConfigValue> parts = new ArrayList<>(items.values());
        for (int i = 0; i < parts.size(); i++) {
            ConfigValue written = parts.get(i);
            List<ConfigValue> candidates = new ArrayList<>(before);
            candidates.addAll(carriedOver(name, before, written));
            for (ConfigValue part : candidates) {
                parts.set(i, part);
                if (tryFile(name, file.with(name, new ConfigValue.Items(parts)))) {
                    break;
                }
                parts.set(i, written);
            }
        }
    }

    private List<ConfigValue> carriedOver(String name, List<ConfigValue> before, ConfigValue written) {
        List<ConfigValue> texts = new ArrayList<>();
        for (ConfigValue part : before) {
            String text = format == ConfigFormat.XL
                            && part instanceof ConfigValue.Text old
                            && written instanceof ConfigValue.Text now
                    ? UnspokenOptions.carriedOver(name, old.value(), now.value())
                    : null;
            if (text != null) {
                texts.add(new ConfigValue.Text(text));
            }
        }
        return texts;
    }

    /** What a file means; empty where it cannot be read. */
    private Optional<XmlElement> read(ConfigFile settings) {
        try {
            return Optional.of(DomainFromConfig.convert(settings, format, dialect, ARCHITECTURE));
        } catch (InnkeeperException e) {
            return Optional.empty();
        }
    }
}
