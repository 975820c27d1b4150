package org.innkeeper.core.xml.domain;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** A directory of the host has a name in the guest; virtiofs also needs memory that is shared with its daemon. */
final class FilesystemRules {
    private FilesystemRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement filesystem : domain.devices("filesystem")) {
            if (FilesystemProperties.TARGET.get(filesystem).orElse("").isEmpty()) {
                throw XmlErrors.unacceptable(filesystem, "the 'dir' of <target> is missing");
            }
            if (FilesystemProperties.DRIVER_TYPE.get(filesystem).orElse("").equals("virtiofs")) {
                checkVirtiofs(domain, filesystem);
            }
        }
    }

    private static void checkVirtiofs(DomainDocument domain, XmlElement filesystem) {
        if (filesystem.element("readonly") != null) {
            throw XmlErrors.unsupported(filesystem, "virtiofs cannot be read-only");
        }
        if (!FilesystemProperties.ACCESS_MODE
                .get(filesystem)
                .orElse("passthrough")
                .equals("passthrough")) {
            throw XmlErrors.unsupported(filesystem, "virtiofs only has the access mode 'passthrough'");
        }
        boolean shared =
                domain.get(MemoryBackingProperties.ACCESS).orElse("private").equals("shared");
        List<XmlElement> cells = NumaCellProperties.CATALOGUE.elements(domain.root());
        boolean all = cells.isEmpty()
                ? shared
                : cells.stream()
                        .map(cell -> NumaCellProperties.MEMORY_ACCESS.get(cell).orElse(shared ? "shared" : "private"))
                        .allMatch("shared"::equals);
        if (!all && DomainDialect.isQemu(domain)) {
            throw XmlErrors.unsupported(
                    filesystem, "virtiofs needs shared memory; add <access mode='shared'/> to <memoryBacking>");
        }
    }
}
