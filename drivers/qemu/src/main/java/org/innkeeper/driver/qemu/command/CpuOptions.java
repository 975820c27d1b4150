package org.innkeeper.driver.qemu.command;

import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.CpuModel;

/** The CPU the guest sees. */
final class CpuOptions implements CommandSection {
    /** Features that QEMU calls by another name than libvirt, dashes apart. */
    private static final Map<String, String> RENAMED =
            Map.of("pclmuldq", "pclmulqdq", "ffxsr", "fxsr-opt", "nodeid_msr", "nodeid-msr", "xsavec", "xsavec");

    @Override
    public void write(GuestContext guest) {
        XmlElement cpu = guest.root().element("cpu");
        String model = model(guest, cpu);
        if (model == null) {
            return;
        }
        OptionValue option = OptionValue.of(model);
        if (cpu != null) {
            addModel(guest, cpu, option);
            addFeatures(cpu, option);
        }
        addParavirtualization(guest, option);
        HypervFeatures.addTo(guest.root(), option);
        if (guest.definition().devices("panic").stream().anyMatch(each -> Nodes.is(each, "@model", "hyperv"))) {
            option.withWord("hv-crash");
        }
        guest.option("-cpu", option);
    }

    private static String model(GuestContext guest, XmlElement cpu) {
        String mode = cpu == null ? "custom" : Nodes.text(cpu, "@mode", "custom");
        boolean virtualized = guest.accelerator() != Accelerator.TCG;
        switch (mode) {
            case "host-passthrough":
                if (!virtualized) {
                    throw Unsupported.because(
                            cpu,
                            "the host's CPU can be passed through to virtualized guests only, this one is emulated",
                            "Use mode='maximum', or a domain type that is virtualized.");
                }
                return "host";
            case "host-model":
                // What comes nearest without a description of each host's CPU: all that this host offers.
                return virtualized ? "host" : "max";
            case "maximum":
                return "max";
            case "custom":
                return customModel(guest, cpu);
            default:
                throw Unsupported.value(cpu, "CPU mode", mode, "custom, host-model, host-passthrough, maximum");
        }
    }

    private static String customModel(GuestContext guest, XmlElement cpu) {
        String wanted = cpu == null ? null : Nodes.text(cpu, "model");
        if (wanted == null || wanted.isEmpty()) {
            return guest.definition().machine().defaultCpu();
        }
        CpuModel known = guest.emulator().cpuModels().stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Unsupported.because(
                        cpu,
                        "CPU model '" + wanted + "' is unknown to "
                                + guest.emulator().binary(),
                        "Choose a model that the host's domain capabilities name, or mode='host-model'."));
        return known.name();
    }

    private static void addModel(GuestContext guest, XmlElement cpu, OptionValue option) {
        boolean host = Nodes.is(cpu, "@mode", "host-passthrough") || Nodes.is(cpu, "@mode", "maximum");
        Boolean migratable = Nodes.flag(cpu, "@migratable");
        if (host && guest.accelerator() == Accelerator.KVM) {
            option.withSwitch("migratable", migratable == null || migratable);
        }
        XmlElement cache = cpu.element("cache");
        if (cache != null && Nodes.is(cache, "@mode", "passthrough")) {
            option.with("host-cache-info", "on").with("l3-cache", "off");
        } else if (cache != null && Nodes.is(cache, "@mode", "emulate")) {
            option.with("l3-cache", "on");
        } else if (cache != null) {
            option.with("host-cache-info", "off").with("l3-cache", "off");
        }
        XmlElement physical = cpu.element("maxphysaddr");
        if (physical != null && Nodes.is(physical, "@mode", "passthrough")) {
            option.with("host-phys-bits", "on");
        } else if (physical != null) {
            option.withIfSet("phys-bits", Nodes.number(physical, "@bits"));
        }
        String vendor = Nodes.text(cpu, "model@vendor_id");
        option.withIfSet("vendor", vendor);
    }

    private static void addFeatures(XmlElement cpu, OptionValue option) {
        for (XmlElement feature : cpu.elements("feature")) {
            String name = Nodes.text(feature, "@name", "");
            String translated = RENAMED.getOrDefault(name, name).replace('_', '-');
            switch (Nodes.text(feature, "@policy", "require")) {
                case "require", "force", "optional" -> option.with(translated, "on");
                case "disable", "forbid" -> option.with(translated, "off");
                default ->
                    throw Unsupported.value(
                            feature,
                            "policy",
                            feature.attribute("policy"),
                            "require, force, optional, disable, forbid");
            }
        }
    }

    private static void addParavirtualization(GuestContext guest, OptionValue option) {
        XmlElement root = guest.root();
        if (Nodes.has(root, "features/pvspinlock")) {
            option.withSwitch("kvm-pv-unhalt", !Nodes.isOff(root, "features/pvspinlock@state"));
        }
        option.withSwitch("kvm-pv-eoi", Nodes.flag(root, "features/apic@eoi"));
        option.withSwitch("kvmclock", ClockOptions.timerPresent(root, "kvmclock"));
        if (Nodes.isOn(root, "features/kvm/hidden@state")) {
            option.with("kvm", "off");
        }
        if (Nodes.isOn(root, "features/kvm/hint-dedicated@state")) {
            option.with("kvm-hint-dedicated", "on");
        }
        if (Nodes.isOn(root, "features/kvm/poll-control@state")) {
            option.with("kvm-poll-control", "on");
        }
        option.withSwitch("pmu", Nodes.flag(root, "features/pmu@state"));
        if (Nodes.has(root, "features/tcg/tb-cache")) {
            throw Unsupported.because(
                    Nodes.child(root, "features/tcg"),
                    "the size of the translation cache cannot be set",
                    "Remove <tcg> from <features>.");
        }
        option.withIfSet("tsc-frequency", ClockOptions.counterFrequency(root));
    }
}
