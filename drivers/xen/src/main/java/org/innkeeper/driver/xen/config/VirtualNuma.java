package org.innkeeper.driver.xen.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.NumaCellProperties;
import org.innkeeper.driver.xen.definition.CpuSetText;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The guest's NUMA nodes: xl's {@code vnuma} and the cells of a definition. */
final class VirtualNuma {
    private static final int LOCAL = 10;
    private static final int REMOTE = 20;

    private VirtualNuma() {}

    /** The cells of a list of nodes, in an element {@code numa}. */
    static XmlElement read(List<ConfigValue.Items> nodes) {
        XmlElement numa = new XmlElement("numa");
        for (int i = 0; i < nodes.size(); i++) {
            Map<String, String> options = new TreeMap<>();
            for (ConfigValue value : nodes.get(i).values()) {
                if (value instanceof ConfigValue.Text text && text.value().indexOf('=') > 0) {
                    int equals = text.value().indexOf('=');
                    options.put(
                            text.value().substring(0, equals).trim(),
                            text.value().substring(equals + 1).trim());
                }
            }
            numa.add(cell(i, options));
        }
        return numa;
    }

    private static XmlElement cell(int number, Map<String, String> options) {
        String size = options.getOrDefault("size", "");
        String cpus = options.containsKey("vcpus") ? CpuSetText.normal(options.get("vcpus")) : null;
        if (!size.matches("[0-9]{1,12}") || cpus == null) {
            throw XenErrors.malformed(ErrorOrigin.XENXL, "vnuma: node " + number + " needs size and vcpus");
        }
        XmlElement cell = Elements.of(
                "cell",
                "id",
                Integer.toString(number),
                "cpus",
                cpus,
                "memory",
                Long.toString(Long.parseLong(size) * 1024),
                "unit",
                "KiB");
        String distances = options.get("vdistances");
        if (distances != null) {
            XmlElement list = new XmlElement("distances");
            String[] values = distances.split(",");
            for (int i = 0; i < values.length; i++) {
                list.add(Elements.of("sibling", "id", Integer.toString(i), "value", values[i].trim()));
            }
            cell.add(list);
        }
        return cell;
    }

    /** The list of nodes of a definition's cells; null where it has none. */
    static ConfigValue.Items write(XmlElement domain) {
        XmlElement numa = Elements.find(domain, "cpu/numa");
        List<XmlElement> cells = numa == null ? List.of() : numa.elements("cell");
        if (cells.isEmpty()) {
            return null;
        }
        List<ConfigValue> nodes = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            XmlElement cell = cells.get(i);
            StringJoiner distances = new StringJoiner(",");
            for (int j = 0; j < cells.size(); j++) {
                distances.add(Integer.toString(distance(cells, i, j)));
            }
            long kibibytes = NumaCellProperties.MEMORY
                    .get(cell)
                    .orElseThrow(
                            () -> XenErrors.unsupported("A NUMA node of a Xen guest needs the size of its memory"));
            String cpus = cell.attribute("cpus");
            if (cpus == null) {
                throw XenErrors.unsupported("A NUMA node of a Xen guest needs its virtual CPUs");
            }
            nodes.add(ConfigValue.Items.of(
                    "pnode=" + i, "size=" + kibibytes / 1024, "vcpus=" + cpus, "vdistances=" + distances));
        }
        return new ConfigValue.Items(nodes);
    }

    /** A distance as it is given, else as it is given the other way round, else the usual one. */
    private static int distance(List<XmlElement> cells, int from, int to) {
        Integer given = given(cells.get(from), to);
        if (given == null) {
            given = given(cells.get(to), from);
        }
        return given != null ? given : from == to ? LOCAL : REMOTE;
    }

    private static Integer given(XmlElement cell, int to) {
        XmlElement distances = cell.element("distances");
        if (distances == null) {
            return null;
        }
        for (XmlElement sibling : distances.elements("sibling")) {
            String value = sibling.attribute("value");
            if (Integer.toString(to).equals(sibling.attribute("id")) && value != null && value.matches("[0-9]{1,3}")) {
                return Integer.valueOf(value);
            }
        }
        return null;
    }
}
