package org.innkeeper.core.xml.domain;

import java.util.HashSet;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The virtual CPUs: their number, model, features and topology fit together. */
final class CpuRules {
    private CpuRules() {}

    static void check(DomainDocument domain) {
        checkNumber(domain);
        XmlElement cpu = domain.root().element("cpu");
        if (cpu != null) {
            checkModel(domain, cpu);
            checkCache(domain, cpu);
            checkAddressBits(domain, cpu);
            checkTopology(cpu);
        }
    }

    private static void checkNumber(DomainDocument domain) {
        XmlElement element = domain.root().element("vcpu");
        if (element == null) {
            return;
        }
        int most = domain.get(DomainProperties.VCPUS).orElse(1);
        if (most == 0) {
            throw XmlErrors.unacceptable(element, "a domain needs at least one virtual CPU");
        }
        int current = domain.get(DomainProperties.CURRENT_VCPUS).orElse(most);
        if (current == 0 || current > most) {
            throw XmlErrors.unacceptable(element, "'current' must be from 1 to " + most);
        }
        String cpuset = domain.get(DomainProperties.VCPU_CPUSET).orElse("");
        if (!cpuset.isBlank() && !"auto".equals(element.attribute("placement"))) {
            NumaRules.nodes(element, cpuset);
        }
        Set<Integer> seen = new HashSet<>();
        for (XmlElement vcpu : VcpuProperties.CATALOGUE.elements(domain.root())) {
            int id = VcpuProperties.ID
                    .get(vcpu)
                    .orElseThrow(() -> XmlErrors.unacceptable(vcpu, "attribute 'id' is missing"));
            if (id >= most || !seen.add(id)) {
                throw XmlErrors.unacceptable(vcpu, "'id' must be unique and below " + most);
            }
        }
    }

    private static void checkModel(DomainDocument domain, XmlElement cpu) {
        String vendor = domain.get(CpuProperties.VENDOR_ID).orElse(null);
        if (vendor != null && (vendor.length() != 12 || vendor.indexOf(',') >= 0)) {
            throw XmlErrors.unacceptable(cpu.element("model"), "'vendor_id' must be 12 characters without a comma");
        }
        boolean custom = domain.get(CpuProperties.MODE).orElse("custom").equals("custom");
        boolean noModel = domain.get(CpuProperties.MODEL).isEmpty();
        if (custom && noModel && cpu.element("vendor") != null) {
            throw XmlErrors.unacceptable(cpu, "a <vendor> needs a <model>");
        }
        if (custom && noModel && cpu.element("model") == null && cpu.element("feature") != null) {
            throw XmlErrors.unacceptable(cpu, "a <feature> needs a <model>");
        }
        Set<String> names = new HashSet<>();
        for (XmlElement feature : cpu.elements("feature")) {
            String name = feature.attribute("name");
            if (name == null || name.isBlank()) {
                throw XmlErrors.unacceptable(feature, "a CPU feature has no 'name'");
            }
            if (!names.add(name)) {
                throw XmlErrors.unacceptable(feature, "the CPU feature '" + name + "' is given twice");
            }
        }
    }

    private static void checkCache(DomainDocument domain, XmlElement cpu) {
        XmlElement cache = cpu.element("cache");
        if (cache == null) {
            return;
        }
        String mode = domain.get(CpuProperties.CACHE_MODE)
                .orElseThrow(() -> XmlErrors.unacceptable(cache, "attribute 'mode' is missing"));
        boolean leveled = cache.attribute("level") != null;
        switch (mode) {
            case "passthrough" -> {
                if (leveled || !isHostCpu(domain)) {
                    throw XmlErrors.unsupported(
                            cache,
                            "mode 'passthrough' is only for a CPU of mode host-passthrough or maximum, all levels");
                }
            }
            case "emulate" -> {
                if (!"3".equals(cache.attribute("level"))) {
                    throw XmlErrors.unsupported(cache, "mode 'emulate' is only for level 3");
                }
            }
            default -> {
                if (leveled) {
                    throw XmlErrors.unsupported(cache, "mode '" + mode + "' is for all levels");
                }
            }
        }
    }

    private static void checkAddressBits(DomainDocument domain, XmlElement cpu) {
        XmlElement bits = cpu.element("maxphysaddr");
        if (bits == null) {
            return;
        }
        boolean given = bits.attribute("bits") != null;
        boolean emulated = "emulate".equals(bits.attribute("mode"));
        if (emulated && !given) {
            throw XmlErrors.unsupported(bits, "with mode='emulate' the number of 'bits' must be given");
        }
        if (!emulated && given) {
            throw XmlErrors.unsupported(bits, "with mode='passthrough' no number of 'bits' can be given");
        }
        if (!emulated && !isHostCpu(domain)) {
            throw XmlErrors.unsupported(
                    bits, "mode 'passthrough' is only for a CPU of mode host-passthrough or maximum");
        }
    }

    private static boolean isHostCpu(DomainDocument domain) {
        String mode = domain.get(CpuProperties.MODE).orElse("custom");
        return mode.equals("host-passthrough") || mode.equals("maximum");
    }

    private static void checkTopology(XmlElement cpu) {
        XmlElement topology = cpu.element("topology");
        if (topology == null) {
            return;
        }
        for (String level : new String[] {"sockets", "dies", "cores", "threads"}) {
            String text = topology.attribute(level);
            if (text == null && !level.equals("dies")) {
                throw XmlErrors.unacceptable(topology, "attribute '" + level + "' is missing");
            }
            if (text != null && (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) == 0)) {
                throw XmlErrors.unacceptable(topology, "'" + text + "' is no number from 1");
            }
        }
    }
}
