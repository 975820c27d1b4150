package org.innkeeper.driver.qemu.command;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** What makes Windows believe it runs on its own hypervisor. */
final class HypervFeatures {
    private static final List<String> PLAIN = List.of(
            "relaxed",
            "vapic",
            "vpindex",
            "runtime",
            "synic",
            "stimer",
            "reset",
            "frequencies",
            "reenlightenment",
            "tlbflush",
            "ipi",
            "evmcs",
            "avic");

    private HypervFeatures() {}

    static void addTo(XmlElement root, OptionValue cpu) {
        if (Boolean.TRUE.equals(ClockOptions.timerPresent(root, "hypervclock"))) {
            cpu.with("hv-time", "on");
        }
        XmlElement hyperv = Nodes.child(root, "features/hyperv");
        if (hyperv == null) {
            return;
        }
        if (Nodes.is(hyperv, "@mode", "passthrough")) {
            cpu.with("hv-passthrough", "on");
        }
        for (XmlElement feature : hyperv.elements()) {
            if (Nodes.isOff(feature, "@state")) {
                continue;
            }
            add(feature, cpu);
        }
    }

    private static void add(XmlElement feature, OptionValue cpu) {
        String name = feature.name();
        if (PLAIN.contains(name)) {
            cpu.with("hv-" + name, "on");
            if (name.equals("stimer") && Nodes.isOn(feature, "direct@state")) {
                cpu.with("hv-stimer-direct", "on");
            }
        } else if (name.equals("spinlocks")) {
            cpu.with("hv-spinlocks", "0x" + Integer.toHexString(Nodes.number(feature, "@retries", 4095)));
        } else if (name.equals("vendor_id")) {
            cpu.with("hv-vendor-id", Nodes.text(feature, "@value", ""));
        } else {
            throw Unsupported.value(feature, "Hyper-V feature", name, String.join(", ", PLAIN));
        }
    }
}
