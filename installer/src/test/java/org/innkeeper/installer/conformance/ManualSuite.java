package org.innkeeper.installer.conformance;

import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.capabilities.Capabilities;
import org.innkeeper.core.xml.domain.DomainDocument;

/** Every example and URI that is printed in the manual of 2007 is accepted. */
final class ManualSuite implements FolderSuite {
    private static final String AROUND = "<domain type='kvm'><name>example</name><memory>65536</memory>"
            + "<os><type>hvm</type></os><devices/></domain>";

    @Override
    public String folder() {
        return "manual-2007";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure examples = report.measure(folder(), "examples");
        for (String name : corpora.documents()) {
            if (name.startsWith(folder() + "/")) {
                examples.check(name, () -> accept(corpora.text(name)));
            }
        }
        if (corpora.has("manual-2007/uris.txt")) {
            Measure uris = report.measure(folder(), "uris");
            for (String uri : corpora.lines("manual-2007/uris.txt")) {
                // Forms with a placeholder are no URIs yet.
                if (!uri.contains("[") && !uri.contains("...")) {
                    uris.check(uri, () -> ConnectUri.parse(uri));
                }
            }
        }
    }

    private static void accept(String text) {
        XmlElement root = XmlDocument.parse(text).root();
        switch (root.name()) {
            case "domain" -> DomainDocument.parse(text);
            case "capabilities" -> Capabilities.parse(text);
            default -> {
                DomainDocument domain = DomainDocument.read(AROUND);
                domain.addDevice(root);
                domain.validate();
            }
        }
    }
}
