package org.innkeeper.driver.xen.facet;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.xml.NumberSet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The CPUs of the host that each virtual CPU of a definition may run on. */
final class StoredPinning {
    private static final String TUNE = "cputune";
    private static final String PIN = "vcpupin";

    private final XmlElement definition;

    StoredPinning(XmlElement definition) {
        this.definition = definition;
    }

    /** Those that are bound one by one, by number; what is no binding is left out. */
    Map<Integer, CpuMap> single() {
        Map<Integer, CpuMap> bound = new TreeMap<>();
        XmlElement tune = definition.element(TUNE);
        if (tune != null) {
            for (XmlElement pin : tune.elements(PIN)) {
                String vcpu = pin.attribute("vcpu");
                String cpus = pin.attribute("cpuset");
                if (vcpu != null && vcpu.matches("[0-9]{1,4}") && cpus != null) {
                    bound.put(Integer.valueOf(vcpu), parse(cpus));
                }
            }
        }
        return bound;
    }

    /** What one may run on: its own binding, else that of all, else anything. */
    CpuMap of(int vcpu, Supplier<CpuMap> anywhere) {
        CpuMap own = single().get(vcpu);
        String all = Elements.attributeAt(definition, "vcpu", "cpuset");
        return own != null ? own : all != null ? parse(all) : anywhere.get();
    }

    private static CpuMap parse(String cpus) {
        return CpuMap.of(NumberSet.parse(cpus).stream().toArray());
    }

    /** Binds one. */
    void bind(int vcpu, CpuMap cpus) {
        XmlElement tune = definition.element(TUNE);
        if (tune == null) {
            tune = new XmlElement(TUNE);
            definition.insert(tune);
        }
        String number = Integer.toString(vcpu);
        XmlElement pin = tune.elements(PIN).stream()
                .filter(other -> number.equals(other.attribute("vcpu")))
                .findFirst()
                .orElse(null);
        if (pin == null) {
            pin = Elements.of(PIN, "vcpu", number);
            tune.insert(pin);
        }
        pin.setAttribute("cpuset", cpus.toString());
    }
}
