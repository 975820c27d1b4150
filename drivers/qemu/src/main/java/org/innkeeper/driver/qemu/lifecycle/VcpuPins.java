package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.process.CpuSets;
import org.innkeeper.driver.qemu.process.ThreadAffinity;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Which CPUs of the host the vcpus of a definition may run on. */
public final class VcpuPins {
    private VcpuPins() {}

    /** The CPUs of each vcpu that has any named, by its number. */
    static Map<Integer, CpuMap> of(Definition definition) {
        Map<Integer, CpuMap> pins = new TreeMap<>();
        CpuMap all = cpuset(definition.root().element("vcpu"));
        if (all != null) {
            for (int i = 0; i < definition.vcpus(); i++) {
                pins.put(i, all);
            }
        }
        XmlElement tune = definition.root().element("cputune");
        if (tune != null) {
            for (XmlElement pin : tune.elements("vcpupin")) {
                String vcpu = pin.attribute("vcpu");
                CpuMap cpus = cpuset(pin);
                if (vcpu != null && vcpu.matches("[0-9]{1,4}") && cpus != null) {
                    pins.put(Integer.parseInt(vcpu), cpus);
                }
            }
        }
        return pins;
    }

    private static CpuMap cpuset(XmlElement element) {
        String text = element == null ? null : element.attribute("cpuset");
        return text == null
                ? null
                : CpuSets.parse(text)
                        .orElseThrow(() -> GuestErrors.xml("'" + text + "' is no set of CPUs", element.path()));
    }

    /** The CPUs of every vcpu of a definition. */
    public static List<CpuMap> all(Definition definition) {
        Map<Integer, CpuMap> pins = of(definition);
        CpuMap every = CpuMap.firstCpus(Runtime.getRuntime().availableProcessors());
        List<CpuMap> all = new ArrayList<>();
        for (int i = 0; i < definition.vcpus(); i++) {
            all.add(pins.getOrDefault(i, every));
        }
        return all;
    }

    /** Writes the CPUs of one vcpu into a definition. */
    public static void set(Definition definition, int vcpu, CpuMap cpus) {
        XmlElement tune = definition.root().element("cputune");
        if (tune == null) {
            tune = new XmlElement("cputune");
            definition.root().insert(tune);
        }
        String number = Integer.toString(vcpu);
        XmlElement pin = tune.elements("vcpupin").stream()
                .filter(element -> number.equals(element.attribute("vcpu")))
                .findFirst()
                .orElse(null);
        if (pin == null) {
            pin = new XmlElement("vcpupin").setAttribute("vcpu", number);
            tune.insert(pin);
        }
        pin.setAttribute("cpuset", cpus.toString());
    }

    /** Binds the threads of a QEMU that was just started. */
    static void apply(CallContext context, Definition live, QmpClient monitor) {
        Map<Integer, CpuMap> pins = of(live);
        if (!pins.isEmpty()) {
            for (JsonNode cpu : monitor.execute(context, "query-cpus-fast")) {
                CpuMap cpus = pins.get(cpu.path("cpu-index").asInt());
                if (cpus != null) {
                    ThreadAffinity.write(cpu.path("thread-id").asLong(), cpus);
                }
            }
        }
    }
}
