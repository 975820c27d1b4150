package org.innkeeper.installer.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.config.DomainToConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Definitions become configuration files of xm or xl, and the other way round, as by the libvirt of each era. */
final class XenConfigSuite implements FolderSuite {
    private static final Map<String, Dialect> DIALECTS =
            Map.of("2007", Dialect.LIBVIRT_0_3, "2012", Dialect.LIBVIRT_0_10, "2023", Dialect.LIBVIRT_9);
    private static final String FIRMWARE_PLACEHOLDER = "/LIBXL_FIRMWARE_DIR";

    private final String folder;
    private final ConfigFormat format;

    XenConfigSuite(String folder, ConfigFormat format) {
        this.folder = folder;
        this.format = format;
    }

    @Override
    public String folder() {
        return folder;
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Map<String, Measure> exact = new LinkedHashMap<>();
        Map<String, Measure> settings = new LinkedHashMap<>();
        for (Map<String, String> row : corpora.table(folder + "/cases.tsv")) {
            String era = row.containsKey("era") ? "-" + row.get("era") : "";
            String direction = row.get("direction");
            String name = row.get("case");
            Measure measure = exact.computeIfAbsent(direction + era, key -> report.measure(folder, key));
            measure.check(name, () -> compare(corpora, row, false));
            if (direction.equals("xml2cfg")) {
                settings.computeIfAbsent(era, key -> report.measure(folder, "xml2cfg-settings" + key))
                        .check(name, () -> compare(corpora, row, true));
            }
        }
    }

    private void compare(Corpora corpora, Map<String, String> row, boolean settingsOnly) {
        Dialect dialect = DIALECTS.getOrDefault(row.getOrDefault("era", ""), Dialect.LIBVIRT_9);
        String xml = corpora.text(folder + "/" + row.get("xml"));
        if ("yes".equals(row.get("replace_ovmf_path"))) {
            xml = xml.replace(FIRMWARE_PLACEHOLDER, DomainFromConfig.FIRMWARE_DIRECTORY);
        }
        XmlDocument document = XmlDocument.parse(xml);
        String text = corpora.text(folder + "/" + row.get("cfg"));
        if (row.get("direction").equals("cfg2xml")) {
            String architecture = dialect == Dialect.LIBVIRT_0_10 ? "i686" : "x86_64";
            ConfigFile file = ConfigFile.parse(row.get("cfg"), text);
            Equality.requireSame(
                    document, XmlDocument.of(DomainFromConfig.convert(file, format, dialect, architecture)));
            return;
        }
        XendVersion version = XendVersion.ofNumber(Integer.parseInt(row.getOrDefault("xend_config", "4")));
        ConfigFile made = DomainToConfig.convert(document.root(), format, dialect, version, ConfigFile.empty("new"));
        if (settingsOnly) {
            UriSuite.requireEqual(values(ConfigFile.parse("expected", text)), values(made));
        } else {
            UriSuite.requireEqual(trimmed(text), trimmed(made.text()));
        }
    }

    private static Map<String, Object> values(ConfigFile file) {
        Map<String, Object> values = new LinkedHashMap<>();
        file.names().forEach(name -> values.put(name, file.value(name).orElseThrow()));
        return values;
    }

    private static String trimmed(String text) {
        return text.replaceAll("[ \t]+\n", "\n").stripTrailing();
    }
}
