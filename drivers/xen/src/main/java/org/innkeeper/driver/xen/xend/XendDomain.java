package org.innkeeper.driver.xen.xend;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.sexpr.Sexpr;

/** A domain as xend tells of it: {@code (domain ...)}. */
record XendDomain(Sexpr.Items told) {
    /** From here on xend's maximum means that there is none: 16 TiB less one MiB, in MiB. */
    private static final long NO_LIMIT = (1 << 24) - 1;

    private static final double NANOS = 1e9;

    static XendDomain of(Sexpr told) {
        if (told instanceof Sexpr.Items items && items.name().equals("domain")) {
            return new XendDomain(items);
        }
        throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells of no domain where one was asked for");
    }

    /** This domain; fails where it has no name or its id is none. */
    XendDomain identified() {
        name();
        id();
        return this;
    }

    /** The same as if it did not run. */
    XendDomain idle() {
        return without("domid");
    }

    /** The same without the lists of a name. */
    XendDomain without(String name) {
        List<Sexpr> values = new ArrayList<>(told.values());
        values.removeIf(
                value -> value instanceof Sexpr.Items list && list.name().equals(name));
        return new XendDomain(new Sexpr.Items(values));
    }

    private String filled(String name) {
        String text = told.text(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private Double number(String name) {
        String text = filled(name);
        if (text == null || text.equals("None")) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells '" + text + "' for the number " + name);
        }
    }

    /** The id of its run, {@link DomainRef#INACTIVE} where it does not run. */
    int id() {
        Double id = number("domid");
        return id == null || id < 0 ? DomainRef.INACTIVE : id.intValue();
    }

    String name() {
        String name = filled("name");
        if (name == null) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells of a domain without a name");
        }
        return name;
    }

    UUID uuid() {
        String text = filled("uuid");
        String digits = text == null ? "" : text.replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            if (id() == 0) {
                return new UUID(0, 0);
            }
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells the UUID '" + text + "', which is none");
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    /** The letters stand at fixed places; several can be there, and the gravest counts. */
    DomainState state() {
        if (id() == DomainRef.INACTIVE) {
            return DomainState.SHUT_OFF;
        }
        String letters = told.text("state") == null ? "" : told.text("state");
        if (letters.indexOf('c') >= 0) {
            return DomainState.CRASHED;
        }
        if (letters.indexOf('s') >= 0) {
            return DomainState.SHUTTING_DOWN;
        }
        if (letters.indexOf('d') >= 0) {
            return DomainState.SHUT_OFF;
        }
        if (letters.indexOf('p') >= 0) {
            return DomainState.PAUSED;
        }
        if (letters.indexOf('b') >= 0) {
            return DomainState.BLOCKED;
        }
        return letters.indexOf('r') >= 0 ? DomainState.RUNNING : DomainState.NO_STATE;
    }

    /** @param stored whether it is defined, null where that is not known */
    DomainRecord record(Boolean stored) {
        int id = id();
        Double memory = number("memory");
        Double most = number("maxmem");
        Double vcpus = number("vcpus");
        Double online = id == DomainRef.INACTIVE ? null : number("online_vcpus");
        Double time = number("cpu_time");
        return DomainRecord.of(id)
                .uuid(uuid())
                .name(name())
                .state(state())
                .memory(memory == null ? null : memory.longValue() << 10)
                .maxMemory(most == null || most < 1 ? kibibytes(memory) : kibibytes(most))
                .vcpus(online == null ? available(vcpus) : Integer.valueOf(online.intValue()))
                .maxVcpus(vcpus == null ? null : vcpus.intValue())
                .cpuTime(time == null ? null : (long) (time * NANOS))
                .hvm(told.find("image/hvm") != null)
                .stored(stored)
                .build();
    }

    /** How many virtual CPUs it starts with: a bit for each. */
    private Integer available(Double vcpus) {
        String bits = filled("vcpu_avail");
        if (vcpus == null) {
            return null;
        }
        boolean told = bits != null && bits.matches("[0-9]{1,18}");
        return told ? Math.min(vcpus.intValue(), Long.bitCount(Long.parseLong(bits))) : vcpus.intValue();
    }

    private static Long kibibytes(Double mebibytes) {
        if (mebibytes == null) {
            return null;
        }
        return mebibytes >= NO_LIMIT ? DomainInfo.UNLIMITED : mebibytes.longValue() << 10;
    }

    /** Its virtual CPUs, where {@code op=vcpuinfo} was asked for. */
    List<VcpuInfo> vcpus() {
        List<VcpuInfo> vcpus = new ArrayList<>();
        for (Sexpr.Items vcpu : told.items("vcpu")) {
            XendDomain values = new XendDomain(vcpu);
            boolean online = is(values.number("online"));
            Double cpu = values.number("cpu");
            Double time = values.number("cpu_time");
            int state = !online ? VcpuInfo.OFFLINE : is(values.number("blocked")) ? VcpuInfo.BLOCKED : VcpuInfo.RUNNING;
            vcpus.add(new VcpuInfo(
                    vcpus.size(),
                    state,
                    time == null ? -1 : (long) (time * NANOS),
                    online && cpu != null ? cpu.intValue() : -1,
                    affinity(vcpu)));
        }
        return vcpus;
    }

    private static boolean is(Double number) {
        return number != null && number != 0;
    }

    private static CpuMap affinity(Sexpr.Items vcpu) {
        Sexpr.Items map = vcpu.item("cpumap");
        if (map == null || map.values().size() < 2 || !(map.values().get(1) instanceof Sexpr.Items cpus)) {
            return CpuMap.of();
        }
        int[] numbers = cpus.values().stream()
                .filter(Sexpr.Atom.class::isInstance)
                .map(cpu -> ((Sexpr.Atom) cpu).text())
                .filter(text -> text.matches("[0-9]{1,4}"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return CpuMap.of(numbers);
    }
}
