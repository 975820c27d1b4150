package org.innkeeper.core.xml.domain;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.NumberSet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The guest's NUMA nodes are distinct, and what is tuned for them exists. */
final class NumaRules {
    private NumaRules() {}

    static void check(DomainDocument domain) {
        int cells = checkCells(domain);
        checkMemory(domain);
        checkNodes(domain, cells);
    }

    private static int checkCells(DomainDocument domain) {
        List<XmlElement> cells = NumaCellProperties.CATALOGUE.elements(domain.root());
        Set<Integer> ids = new HashSet<>();
        BitSet taken = new BitSet();
        for (XmlElement cell : cells) {
            int id = NumaCellProperties.ID.get(cell).orElse(ids.size());
            if (id >= cells.size()) {
                throw XmlErrors.unacceptable(cell, "the 'id' of NUMA nodes must count from 0 without a gap");
            }
            if (!ids.add(id)) {
                throw XmlErrors.unacceptable(cell, "there are two NUMA nodes " + id);
            }
            if (NumaCellProperties.MEMORY.get(cell).isEmpty()) {
                throw XmlErrors.unacceptable(cell, "a NUMA node has no 'memory'");
            }
            String cpus = NumaCellProperties.CPUS.get(cell).orElse("");
            if (!cpus.isBlank()) {
                BitSet wanted = nodes(cell, cpus);
                if (wanted.intersects(taken)) {
                    throw XmlErrors.unacceptable(cell, "a virtual CPU is in two NUMA nodes");
                }
                taken.or(wanted);
            }
        }
        int vcpus = domain.get(DomainProperties.VCPUS).orElse(1);
        if (taken.length() > vcpus) {
            throw XmlErrors.unacceptable(
                    cells.get(0).parent(), "NUMA nodes name virtual CPUs beyond the " + vcpus + " of the domain");
        }
        return cells.size();
    }

    private static void checkMemory(DomainDocument domain) {
        XmlElement memory = find(domain, "memory");
        if (memory == null) {
            return;
        }
        String nodeset = memory.attribute("nodeset");
        if ("static".equals(memory.attribute("placement")) && nodeset == null) {
            throw XmlErrors.unsupported(memory, "with placement='static' the 'nodeset' must be given");
        }
        if (nodeset != null && !nodeset.isBlank()) {
            nodes(memory, nodeset);
        }
    }

    private static void checkNodes(DomainDocument domain, int cells) {
        Set<Integer> seen = new HashSet<>();
        boolean restrictive =
                "restrictive".equals(domain.get(NumaTuneProperties.MODE).orElse(""));
        for (XmlElement node : NumaNodeTuneProperties.CATALOGUE.elements(domain.root())) {
            if (cells == 0) {
                throw XmlErrors.unacceptable(node, "the guest has no NUMA nodes that could be tuned");
            }
            int cell = NumaNodeTuneProperties.CELL
                    .get(node)
                    .orElseThrow(() -> XmlErrors.unacceptable(node, "attribute 'cellid' is missing"));
            if (cell >= cells) {
                throw XmlErrors.unacceptable(node, "the guest has no NUMA node " + cell);
            }
            if (!seen.add(cell)) {
                throw XmlErrors.unacceptable(node, "NUMA node " + cell + " is tuned twice");
            }
            String nodeset = node.attribute("nodeset");
            if (nodeset == null || nodeset.isBlank()) {
                throw XmlErrors.unacceptable(node, "attribute 'nodeset' is missing");
            }
            nodes(node, nodeset);
            if ("auto".equals(domain.get(NumaTuneProperties.PLACEMENT).orElse(""))) {
                throw XmlErrors.unacceptable(node, "nodes cannot be tuned one by one with placement='auto'");
            }
            String mode = NumaNodeTuneProperties.MODE.get(node).orElse("strict");
            if (find(domain, "memory") != null && restrictive != mode.equals("restrictive")) {
                throw XmlErrors.unacceptable(
                        node, "mode 'restrictive' must be given here and in <memory>, or in neither of them");
            }
        }
    }

    private static XmlElement find(DomainDocument domain, String name) {
        XmlElement tune = domain.root().element("numatune");
        return tune == null ? null : tune.element(name);
    }

    /** The members of a set of nodes or CPUs. */
    static BitSet nodes(XmlElement element, String text) {
        try {
            BitSet set = NumberSet.parse(text);
            if (set.isEmpty()) {
                throw XmlErrors.unacceptable(element, "the set '" + text + "' is empty");
            }
            return set;
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(element, "'" + text + "' is no set of numbers such as 0-3,5");
        }
    }
}
