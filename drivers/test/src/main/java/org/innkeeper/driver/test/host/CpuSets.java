package org.innkeeper.driver.test.host;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Sets of host CPUs in definitions, such as {@code 0-3,^2,8}. */
final class CpuSets {
    private static final int MOST = 16_384;

    private CpuSets() {}

    /** Which vcpus a definition binds to which CPUs. */
    static Map<Integer, CpuMap> pins(XmlElement domain) {
        Map<Integer, CpuMap> pins = new HashMap<>();
        XmlElement tune = domain.element("cputune");
        if (tune != null) {
            for (XmlElement pin : tune.elements("vcpupin")) {
                String vcpu = pin.attribute("vcpu");
                if (vcpu == null) {
                    throw XmlErrors.unacceptable(pin, "does not tell which vcpu");
                }
                pins.put(XmlReading.number(pin, vcpu), parse(pin, pin.attribute("cpuset")));
            }
        }
        return pins;
    }

    private static CpuMap parse(XmlElement place, String text) {
        BitSet cpus = new BitSet();
        for (String part : String.valueOf(text).split(",")) {
            String range = part.strip();
            boolean without = range.startsWith("^");
            String[] ends = (without ? range.substring(1) : range).split("-", 2);
            int first = XmlReading.number(place, ends[0]);
            int last = ends.length == 1 ? first : XmlReading.number(place, ends[1]);
            if (last < first || last >= MOST) {
                throw XmlErrors.unacceptable(place, "'" + text + "' is not a set of CPUs");
            }
            cpus.set(first, last + 1, !without);
        }
        return CpuMap.ofBytes(cpus.toByteArray());
    }
}
