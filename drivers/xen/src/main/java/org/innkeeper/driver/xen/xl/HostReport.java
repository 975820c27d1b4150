package org.innkeeper.driver.xen.xl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.driver.xen.definition.XenErrors;

/** What {@code xl info -n} says of the host. */
final class HostReport {
    private static final Pattern LINE = Pattern.compile("([a-z_]+)\\s*: ?(.*)");
    /** A node's number, all of its memory and what is free of it, MiB. */
    private static final Pattern NODE = Pattern.compile("\\s*(\\d{1,5}):\\s+(\\d{1,12})\\s+(\\d{1,12})\\s.*");

    private static final long KIB_PER_MIB = 1024;

    private final Map<String, String> facts = new HashMap<>();
    private final List<Long> freeOfNodes = new ArrayList<>();

    private HostReport() {}

    static HostReport parse(String text) {
        HostReport report = new HostReport();
        boolean nodes = false;
        for (String line : text.lines().toList()) {
            Matcher node = NODE.matcher(line);
            Matcher fact = LINE.matcher(line);
            if (nodes && node.matches()) {
                report.freeOfNodes.add(Long.parseLong(node.group(3)) * KIB_PER_MIB * 1024);
            } else if (fact.matches()) {
                nodes = fact.group(1).equals("numa_info")
                        || nodes && fact.group(1).equals("node");
                report.facts.put(fact.group(1), fact.group(2).strip());
            }
        }
        return report;
    }

    /** A fact as xl has it. */
    String text(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw XenErrors.malformed(ErrorOrigin.XENXL, "xl info does not say '" + name + "'");
        }
        return value;
    }

    private long number(String name) {
        String value = text(name);
        try {
            return (long) Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw XenErrors.malformed(ErrorOrigin.XENXL, "xl info: '" + name + "' is '" + value + "', not a number");
        }
    }

    /** 1000000 * major + 1000 * minor. */
    long version() {
        return 1_000_000 * number("xen_major") + 1_000 * number("xen_minor");
    }

    NodeInfo node() {
        int nodes = (int) Math.max(1, number("nr_nodes"));
        int cores = (int) Math.max(1, number("cores_per_socket"));
        int threads = (int) Math.max(1, number("threads_per_core"));
        int cpus = (int) number("nr_cpus");
        int sockets = Math.max(1, cpus / (nodes * cores * threads));
        return new NodeInfo(
                text("machine"),
                number("total_memory") * KIB_PER_MIB,
                cpus,
                (int) number("cpu_mhz"),
                nodes,
                sockets,
                cores,
                threads);
    }

    /** Bytes. */
    long freeMemory() {
        return number("free_memory") * KIB_PER_MIB * 1024;
    }

    /** Of each node, bytes. */
    List<Long> freeOfNodes() {
        return List.copyOf(freeOfNodes);
    }
}
