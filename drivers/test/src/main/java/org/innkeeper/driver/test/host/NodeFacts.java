package org.innkeeper.driver.test.host;

import java.util.List;
import org.innkeeper.core.model.NodeInfo;

/**
 * The machine a host pretends to be.
 *
 * @param info CPUs and memory
 * @param cellsFree free memory of its NUMA cells, bytes; empty where the cells are not known
 */
public record NodeFacts(NodeInfo info, List<Long> cellsFree) {
    /** What libvirt's test driver pretends to be. */
    public static final NodeFacts DEFAULT =
            new NodeFacts(new NodeInfo("i686", 3_145_728, 16, 1_400, 2, 2, 2, 2), List.of(2_097_152L, 4_194_304L));

    public NodeFacts {
        cellsFree = List.copyOf(cellsFree);
    }
}
