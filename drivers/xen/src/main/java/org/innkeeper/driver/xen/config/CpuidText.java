package org.innkeeper.driver.xen.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The processor the guest sees, in xl's words: {@code nestedhvm} and {@code cpuid = "host,tm=0,sse3=1"}. */
final class CpuidText {
    /** Features that have another name in Xen, libvirt's name first. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("cx16", "cmpxchg16"),
            Map.entry("cid", "cntxid"),
            Map.entry("ds_cpl", "dscpl"),
            Map.entry("pclmuldq", "pclmulqdq"),
            Map.entry("pni", "sse3"),
            Map.entry("ht", "htt"),
            Map.entry("pn", "psn"),
            Map.entry("clflush", "clfsh"),
            Map.entry("sep", "sysenter"),
            Map.entry("cx8", "cmpxchg8"),
            Map.entry("nodeid_msr", "nodeid"),
            Map.entry("cr8legacy", "altmovcr8"),
            Map.entry("lahf_lm", "lahfsahf"),
            Map.entry("cmp_legacy", "cmplegacy"),
            Map.entry("fxsr_opt", "ffxsr"),
            Map.entry("pdpe1gb", "page1gb"));

    private static final Map<String, String> LIBVIRT_NAMES = new HashMap<>();
    /** What libxl's form begins with; xend's, by registers and bits, has no names of features. */
    private static final String LIBXL_FORM = "host";
    /** What a guest needs to run guests itself. */
    private static final List<String> NESTING = List.of("vmx", "svm");

    static {
        NAMES.forEach((libvirt, xen) -> LIBVIRT_NAMES.put(xen, libvirt));
    }

    private CpuidText() {}

    /** The processor that the settings ask for; null where they ask for none. */
    static XmlElement read(Settings settings) {
        String cpuid = settings.text("cpuid");
        boolean named = cpuid != null && cpuid.startsWith(LIBXL_FORM);
        if (!settings.has("nestedhvm") && !named) {
            return null;
        }
        XmlElement cpu = Elements.of("cpu", "mode", "host-passthrough");
        if (settings.has("nestedhvm") && !settings.isOn("nestedhvm", false)) {
            NESTING.forEach(name -> cpu.add(Elements.of("feature", "policy", "disable", "name", name)));
        }
        if (named) {
            OptionText.read(cpuid).forEach((name, value) -> {
                String policy = policy(value);
                if (policy != null) {
                    String known = LIBVIRT_NAMES.getOrDefault(name, name);
                    cpu.add(Elements.of("feature", "policy", policy, "name", known));
                }
            });
        }
        return cpu;
    }

    private static String policy(String value) {
        return switch (value) {
            case "0" -> "disable";
            case "1" -> "force";
            case "x" -> "optional";
            case "k", "s" -> "require";
            default -> null;
        };
    }

    /** Whether the guest may run guests itself; null where nothing is said. */
    static Boolean nesting(XmlElement cpu) {
        if (cpu == null || !"host-passthrough".equals(cpu.attribute("mode"))) {
            return null;
        }
        return cpu.elements("feature").stream()
                .noneMatch(feature -> NESTING.contains(feature.attribute("name"))
                        && value(feature).equals("0"));
    }

    /** The value of {@code cpuid}; null where no feature is named. */
    static String write(XmlElement cpu) {
        if (nesting(cpu) == null) {
            return null;
        }
        StringJoiner text = new StringJoiner(",", "host,", "").setEmptyValue("");
        for (XmlElement feature : cpu.elements("feature")) {
            String name = feature.attribute("name");
            if (!NESTING.contains(name)) {
                text.add(NAMES.getOrDefault(name, name) + "=" + value(feature));
            }
        }
        return text.length() == 0 ? null : text.toString();
    }

    private static String value(XmlElement feature) {
        String policy = feature.attribute("policy");
        return switch (policy == null ? "require" : policy) {
            case "disable", "forbid" -> "0";
            case "optional" -> "x";
            default -> "1";
        };
    }
}
