package org.innkeeper.driver.xen.xend;

import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** What xend tells about its host under {@code /xend/node/}. */
final class XendNode {
    private static final int XEN_3_3 = 303;

    private final Sexpr.Items node;

    private XendNode(Sexpr.Items node) {
        this.node = node;
    }

    /** @throws org.innkeeper.core.error.InnkeeperException {@code PARSE_FAILED} where it is no {@code (node ...)} */
    static XendNode of(Sexpr told) {
        if (told instanceof Sexpr.Items items && items.name().equals("node")) {
            return new XendNode(items);
        }
        throw XenErrors.malformed(ErrorOrigin.XEND, "What listens there tells of no node: it is no xend");
    }

    private int number(String name, int missing) {
        String text = node.text(name);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : missing;
    }

    private long mebibytes(String name) {
        String text = node.text(name);
        return text != null && text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
    }

    /** How guests are configured; 3.0.2 does not tell. */
    XendVersion format() {
        return XendVersion.ofNumber(number("xend_config_format", 1));
    }

    /** 1000000 * major + 1000 * minor. */
    long version() {
        return number("xen_major", 3) * 1_000_000L + number("xen_minor", 0) * 1_000L;
    }

    /** Whether it can reset guests. */
    boolean isFrom33() {
        return number("xen_major", 3) * 100 + number("xen_minor", 0) >= XEN_3_3;
    }

    String guestKinds() {
        String kinds = node.text("xen_caps");
        return kinds == null ? "" : kinds;
    }

    String scheduler() {
        String name = node.text("xen_scheduler");
        return name == null || name.isEmpty() ? "credit" : name;
    }

    /** Bytes that no domain has. */
    long freeMemory() {
        return mebibytes("free_memory") << 20;
    }

    NodeInfo info() {
        int cpus = Math.max(1, number("nr_cpus", 1));
        int nodes = Math.max(1, number("nr_nodes", 1));
        int cores = Math.max(1, number("cores_per_socket", 1));
        int threads = Math.max(1, number("threads_per_core", 1));
        int sockets = number("sockets_per_node", 0);
        if (sockets < 1) {
            // Xen 3.2 and later tell it no more.
            sockets = Math.max(1, cpus / (nodes * cores * threads));
        }
        String machine = node.text("machine");
        return new NodeInfo(
                machine == null || machine.isEmpty() ? "x86_64" : machine,
                mebibytes("total_memory") << 10,
                cpus,
                number("cpu_mhz", 0),
                nodes,
                sockets,
                cores,
                threads);
    }
}
