package org.innkeeper.core.xml.domain;

import java.util.BitSet;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** A domain has memory, and what backs it fits the guest's NUMA nodes. */
final class MemoryRules {
    private MemoryRules() {}

    static void check(DomainDocument domain) {
        List<XmlElement> cells = NumaCellProperties.CATALOGUE.elements(domain.root());
        boolean container = domain.get(OsProperties.TYPE).orElse("").equals("exe");
        if (!container && domain.get(DomainProperties.MEMORY).orElse(0L) == 0 && cells.isEmpty()) {
            throw XmlErrors.unacceptable(
                    domain.root(), "the size of memory must be given by <memory> or in the <numa> cells");
        }
        checkMaximum(domain);
        checkHugePages(domain, Math.max(1, cells.size()));
    }

    private static void checkMaximum(DomainDocument domain) {
        XmlElement maximum = domain.root().element("maxMemory");
        if (maximum == null) {
            return;
        }
        // Of old, without slots and unit, the element was a hint that nobody heeded.
        boolean old = maximum.attribute("slots") == null && maximum.attribute("unit") == null;
        if (!old && domain.get(DomainProperties.MEMORY_SLOTS).orElse(0) == 0) {
            throw XmlErrors.unacceptable(maximum, "the number of 'slots' must be given and not be 0");
        }
        long most = domain.get(DomainProperties.MAXIMUM_MEMORY).orElse(0L);
        if (most < domain.get(DomainProperties.MEMORY).orElse(0L)) {
            throw XmlErrors.unacceptable(maximum, "the maximum is less than <memory>");
        }
    }

    private static void checkHugePages(DomainDocument domain, int cells) {
        List<XmlElement> pages = HugePageProperties.CATALOGUE.elements(domain.root());
        XmlElement master = null;
        BitSet taken = new BitSet();
        for (XmlElement page : pages) {
            if (HugePageProperties.SIZE.get(page).orElse(0L) == 0) {
                throw XmlErrors.unacceptable(page, "the 'size' of huge pages must be given and not be 0");
            }
            String nodes = HugePageProperties.NODESET.get(page).orElse(null);
            if (nodes == null) {
                if (master != null) {
                    throw XmlErrors.unacceptable(page, "two sizes of huge pages are given for all nodes");
                }
                master = page;
                continue;
            }
            BitSet wanted = NumaRules.nodes(page, nodes);
            if (wanted.length() > cells) {
                throw XmlErrors.unacceptable(
                        page, "the guest has no NUMA node " + (wanted.length() - 1) + " for huge pages");
            }
            if (wanted.intersects(taken)) {
                throw XmlErrors.unacceptable(page, "two sizes of huge pages are given for one node");
            }
            taken.or(wanted);
        }
        // Without NUMA there is one node, and a size for all of it beside one for node 0 is two sizes for the same.
        boolean noNuma = NumaCellProperties.CATALOGUE.elements(domain.root()).isEmpty();
        if (master != null && noNuma && !taken.isEmpty()) {
            throw XmlErrors.unacceptable(master, "two sizes of huge pages are given for the whole memory");
        }
    }
}
