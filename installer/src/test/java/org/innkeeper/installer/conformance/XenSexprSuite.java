package org.innkeeper.installer.conformance;

import java.util.Map;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.sexpr.DomainFromSexpr;
import org.innkeeper.driver.xen.sexpr.DomainToSexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Definitions become what xend is sent, and what xend tells becomes definitions, as by the libvirt of each era. */
final class XenSexprSuite implements FolderSuite {
    private static final Map<String, Dialect> DIALECTS =
            Map.of("2007", Dialect.LIBVIRT_0_3, "2012", Dialect.LIBVIRT_0_10, "2017", Dialect.LIBVIRT_3);

    @Override
    public String folder() {
        return "xen-sexpr";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        for (String era : DIALECTS.keySet().stream().sorted().toList()) {
            Measure toSexpr = report.measure(folder(), "xml2sexpr-" + era);
            Measure toXml = report.measure(folder(), "sexpr2xml-" + era);
            for (Map<String, String> row : corpora.table("xen-sexpr/cases.tsv")) {
                if (row.get("era").equals(era)) {
                    boolean reads = row.get("direction").equals("sexpr2xml");
                    (reads ? toXml : toSexpr).check(row.get("case"), () -> compare(corpora, row, reads));
                }
            }
        }
    }

    private static void compare(Corpora corpora, Map<String, String> row, boolean reads) {
        Dialect dialect = DIALECTS.get(row.get("era"));
        XendVersion version = XendVersion.ofNumber(Integer.parseInt(row.get("xend_config")));
        XmlDocument xml = XmlDocument.parse(corpora.text("xen-sexpr/" + row.get("xml")));
        String sexpr = corpora.text("xen-sexpr/" + row.get("sexpr"));
        if (reads) {
            Equality.requireSame(
                    xml, XmlDocument.of(DomainFromSexpr.convert(SexprReader.readList(sexpr), dialect, version)));
        } else {
            UriSuite.requireEqual(SexprReader.read(sexpr), DomainToSexpr.convert(xml.root(), dialect, version));
        }
    }
}
