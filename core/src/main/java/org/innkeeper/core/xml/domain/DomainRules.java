package org.innkeeper.core.xml.domain;

import java.util.List;
import java.util.function.Consumer;
import org.innkeeper.core.xml.DeclaredValues;

/**
 * What any definition must keep, whatever emulator runs it. Each rule names the element that breaks it. What depends on
 * the host or on the emulator is for the driver to check.
 */
final class DomainRules {
    private static final List<Consumer<DomainDocument>> RULES = List.of(
            IdentityRules::check,
            domain -> DeclaredValues.check(domain.root(), DomainCatalogues.ALL),
            MemoryRules::check,
            NumaRules::check,
            CpuRules::check,
            ThreadRules::check,
            CacheTuneRules::check,
            FirmwareRules::check,
            BootRules::check,
            SystemInformationRules::check,
            ClockRules::check,
            SecurityLabelRules::check,
            DiskRules::check,
            DiskSourceRules::check,
            DiskTuneRules::check,
            ControllerRules::check,
            AddressRules::check,
            DriveAddressRules::check,
            UsbRules::check,
            InterfaceRules::check,
            CharacterDeviceRules::check,
            GraphicsRules::check,
            VideoRules::check,
            InputRules::check,
            FilesystemRules::check,
            FeatureRules::check,
            PciRootRules::check,
            PassThroughRules::check,
            MiscellaneousDeviceRules::check);

    private DomainRules() {}

    static void check(DomainDocument domain) {
        RULES.forEach(rule -> rule.accept(domain));
    }
}
