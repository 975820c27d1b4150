package org.innkeeper.installer.conformance;

import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.config.DomainToConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.sexpr.DomainFromSexpr;
import org.innkeeper.driver.xen.sexpr.DomainToSexpr;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** The manual's Xen domains become what xend and xm are given, and that becomes a document that means the same to them. */
final class XenManualSuite implements FolderSuite {
    @Override
    public String folder() {
        return "manual-2007";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure sexpr = report.measure(folder(), "xen-sexpr-both-ways");
        Measure files = report.measure(folder(), "xen-xm-both-ways");
        for (String name : corpora.documents()) {
            XmlElement domain = name.startsWith(folder() + "/")
                    ? XmlDocument.parse(corpora.text(name)).root()
                    : null;
            if (domain != null && domain.name().equals("domain") && "xen".equals(domain.attribute("type"))) {
                for (XendVersion version : XendVersion.values()) {
                    sexpr.check(name + "@" + version.number(), () -> sexpr(domain, version));
                    files.check(name + "@" + version.number(), () -> file(domain, version));
                }
            }
        }
    }

    private static void sexpr(XmlElement domain, XendVersion version) {
        Dialect dialect = Dialect.LIBVIRT_0_10;
        Sexpr.Items sent = DomainToSexpr.convert(domain, dialect, version);
        XmlElement read = DomainFromSexpr.convert(sent, dialect, version);
        UriSuite.requireEqual(sent, DomainToSexpr.convert(read, dialect, version));
    }

    private static void file(XmlElement domain, XendVersion version) {
        Dialect dialect = Dialect.LIBVIRT_0_10;
        ConfigFile written = DomainToConfig.convert(domain, ConfigFormat.XM, dialect, version, ConfigFile.empty("new"));
        XmlElement read = DomainFromConfig.convert(written, ConfigFormat.XM, dialect, "i686");
        ConfigFile again = DomainToConfig.convert(read, ConfigFormat.XM, dialect, version, ConfigFile.empty("new"));
        UriSuite.requireEqual(written.text(), again.text());
    }
}
