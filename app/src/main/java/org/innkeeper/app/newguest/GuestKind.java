package org.innkeeper.app.newguest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a guest is to its host: a whole machine, one that knows of its hypervisor, a part of the host. */
enum GuestKind {
    /** A machine with firmware, as an operating system expects it. */
    MACHINE(List.of("hvm"), null, Source.MEDIUM, Source.IMAGE, Source.EMPTY),
    /** Xen's machine without emulated devices. */
    PVH(List.of("xenpvh"), "xen", Source.IMAGE),
    /** A system that is made for Xen, begun by a boot loader that runs on the host. */
    PARAVIRTUAL(List.of("xen", "linux"), "xen", Source.IMAGE),
    /** A container of OpenVZ: a part of the host with processes, files and addresses of its own. */
    CONTAINER(List.of("exe"), "openvz", Source.TEMPLATE);

    private final List<String> osTypes;
    private final String type;
    private final List<Source> sources;

    /** @param type the only domain type of guests of this kind, or null */
    GuestKind(List<String> osTypes, String type, Source... sources) {
        this.osTypes = osTypes;
        this.type = type;
        this.sources = List.of(sources);
    }

    /**
     * The kind of guests of an operating system type.
     *
     * @param types the domain types the host has for it: what other hypervisors call so is described in other ways
     */
    static Optional<GuestKind> of(String osType, List<String> types) {
        return Arrays.stream(values())
                .filter(kind -> kind.osTypes.contains(osType))
                .filter(kind -> kind.type == null || types.contains(kind.type))
                .findFirst();
    }

    /** The operating system type as definitions have it today. */
    String osType() {
        return osTypes.get(osTypes.size() - 1);
    }

    /**
     * What it can start from, the usual first.
     *
     * @param withKernel whether it is begun with a kernel of the host, which can fill an empty disk
     */
    List<Source> sources(boolean withKernel) {
        return withKernel && needsKernel() ? List.of(Source.IMAGE, Source.EMPTY) : sources;
    }

    /** Whether it boots by itself from what is on its disks. */
    boolean hasFirmware() {
        return this == MACHINE;
    }

    /** Whether somebody has to find its kernel: a boot loader of the host, or who makes the guest. */
    boolean needsKernel() {
        return this == PVH || this == PARAVIRTUAL;
    }
}
