package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What the machine can do. */
public final class FeatureProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("features", "features");

    public static final Property<Boolean> PAE = CATALOGUE.present("pae");
    public static final Property<Boolean> ACPI = CATALOGUE.present("acpi");
    public static final Property<Boolean> APIC = CATALOGUE.present("apic");
    public static final Property<Boolean> APIC_EOI = CATALOGUE.onOff("apic@eoi");
    public static final Property<Boolean> HAP = CATALOGUE.state("hap");
    public static final Property<Boolean> VIRIDIAN = CATALOGUE.present("viridian");
    public static final Property<Boolean> PRIVATE_NETWORK = CATALOGUE.present("privnet");
    public static final Property<String> HYPERV_MODE = CATALOGUE.choice("hyperv@mode", "custom", "passthrough");
    public static final Property<Boolean> HYPERV_RELAXED = CATALOGUE.state("hyperv/relaxed");
    public static final Property<Boolean> HYPERV_VAPIC = CATALOGUE.state("hyperv/vapic");
    public static final Property<Boolean> HYPERV_SPINLOCKS = CATALOGUE.state("hyperv/spinlocks");
    public static final Property<Long> HYPERV_SPINLOCK_RETRIES = CATALOGUE.number("hyperv/spinlocks@retries");
    public static final Property<Boolean> HYPERV_VPINDEX = CATALOGUE.state("hyperv/vpindex");
    public static final Property<Boolean> HYPERV_RUNTIME = CATALOGUE.state("hyperv/runtime");
    public static final Property<Boolean> HYPERV_SYNIC = CATALOGUE.state("hyperv/synic");
    public static final Property<Boolean> HYPERV_STIMER = CATALOGUE.state("hyperv/stimer");
    public static final Property<Boolean> HYPERV_STIMER_DIRECT = CATALOGUE.state("hyperv/stimer/direct");
    public static final Property<Boolean> HYPERV_RESET = CATALOGUE.state("hyperv/reset");
    public static final Property<Boolean> HYPERV_VENDOR_ID = CATALOGUE.state("hyperv/vendor_id");
    public static final Property<String> HYPERV_VENDOR_ID_VALUE = CATALOGUE.text("hyperv/vendor_id@value");
    public static final Property<Boolean> HYPERV_FREQUENCIES = CATALOGUE.state("hyperv/frequencies");
    public static final Property<Boolean> HYPERV_REENLIGHTENMENT = CATALOGUE.state("hyperv/reenlightenment");
    public static final Property<Boolean> HYPERV_TLBFLUSH = CATALOGUE.state("hyperv/tlbflush");
    public static final Property<Boolean> HYPERV_IPI = CATALOGUE.state("hyperv/ipi");
    public static final Property<Boolean> HYPERV_EVMCS = CATALOGUE.state("hyperv/evmcs");
    public static final Property<Boolean> HYPERV_AVIC = CATALOGUE.state("hyperv/avic");
    public static final Property<Boolean> KVM_HIDDEN = CATALOGUE.state("kvm/hidden");
    public static final Property<Boolean> KVM_HINT_DEDICATED = CATALOGUE.state("kvm/hint-dedicated");
    public static final Property<Boolean> KVM_POLL_CONTROL = CATALOGUE.state("kvm/poll-control");
    public static final Property<Boolean> KVM_PV_IPI = CATALOGUE.state("kvm/pv-ipi");
    public static final Property<Boolean> KVM_DIRTY_RING = CATALOGUE.state("kvm/dirty-ring");
    public static final Property<Integer> KVM_DIRTY_RING_SIZE = CATALOGUE.integer("kvm/dirty-ring@size");
    public static final Property<Boolean> PV_SPINLOCK = CATALOGUE.state("pvspinlock");
    public static final Property<Boolean> PMU = CATALOGUE.state("pmu");
    public static final Property<Boolean> VM_PORT = CATALOGUE.onOff("vmport@state");
    public static final Property<Boolean> SMM = CATALOGUE.state("smm");
    /** The size of the TSEG, KiB. */
    public static final Property<Long> SMM_TSEG = CATALOGUE.kibibytes("smm/tseg");

    public static final Property<String> IO_APIC = CATALOGUE.choice("ioapic@driver", "qemu", "kvm");
    public static final Property<String> GIC_VERSION = CATALOGUE.text("gic@version");
    public static final Property<Boolean> VM_CORE_INFO = CATALOGUE.state("vmcoreinfo");

    private FeatureProperties() {}
}
