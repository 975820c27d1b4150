package org.innkeeper.installer.conformance;

import java.util.Map;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.host.XenCapabilities;

/** What a Xen host's kernel says becomes the capabilities document of each era. */
final class XenCapabilitiesSuite implements FolderSuite {
    @Override
    public String folder() {
        return "xen-caps";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure measure = report.measure(folder(), "host-to-document");
        for (Map<String, String> row : corpora.table("xen-caps/cases.tsv")) {
            Dialect dialect = row.get("era").equals("2007") ? Dialect.LIBVIRT_0_3 : Dialect.LIBVIRT_3;
            measure.check(
                    row.get("era") + "/" + row.get("case"),
                    () -> Equality.requireSame(
                            XmlDocument.parse(corpora.text("xen-caps/" + row.get("xml"))),
                            XmlDocument.of(XenCapabilities.of(
                                    row.get("host_arch"),
                                    corpora.text("xen-caps/" + row.get("cpuinfo")),
                                    corpora.text("xen-caps/" + row.get("hypervisor_caps")),
                                    dialect))));
        }
    }
}
