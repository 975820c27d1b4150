package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The firmware is either named by its path or chosen by its kind, and its variables fit it. */
final class FirmwareRules {
    private FirmwareRules() {}

    static void check(DomainDocument domain) {
        XmlElement os = domain.root().element("os");
        if (os == null) {
            return;
        }
        String kind = domain.get(OsProperties.FIRMWARE).orElse("");
        XmlElement loader = os.element("loader");
        if (kind.isEmpty()) {
            checkNamed(domain, os, loader);
        } else {
            checkChosen(domain, os, loader, kind);
        }
        boolean stateless = domain.get(OsProperties.LOADER_STATELESS).orElse(false);
        if (stateless && os.element("nvram") != null) {
            throw XmlErrors.unsupported(os.element("nvram"), "a stateless firmware has no variables");
        }
        checkSmm(domain, loader);
    }

    private static void checkNamed(DomainDocument domain, XmlElement os, XmlElement loader) {
        if (os.element("firmware") != null) {
            throw XmlErrors.unsupported(
                    os.element("firmware"), "features of the firmware can only be asked for where <os> has 'firmware'");
        }
        boolean flash = domain.get(OsProperties.LOADER_TYPE).orElse("rom").equals("pflash");
        if (loader != null && loader.text().isBlank()) {
            throw XmlErrors.unacceptable(
                    loader, "the path is missing, and no firmware is chosen by <os firmware='...'>");
        }
        if (loader != null && !flash && loader.attribute("stateless") != null) {
            throw XmlErrors.unsupported(loader, "only a loader of type 'pflash' has variables to keep or not to keep");
        }
        if (loader != null
                && flash
                && isX86(domain)
                && !domain.get(FeatureProperties.ACPI).orElse(false)) {
            throw XmlErrors.unsupported(loader, "UEFI needs ACPI on this architecture; add <acpi/> to <features>");
        }
    }

    private static void checkChosen(DomainDocument domain, XmlElement os, XmlElement loader, String kind) {
        if (kind.equals("bios")) {
            XmlElement nvram = os.element("nvram");
            if (nvram != null) {
                throw XmlErrors.unsupported(nvram, "the firmware 'bios' has no variables");
            }
            if (loader != null && "no".equals(loader.attribute("stateless"))) {
                throw XmlErrors.unsupported(loader, "the firmware 'bios' has no variables, it is always stateless");
            }
        }
        if (loader != null) {
            for (String attribute : new String[] {"readonly", "type"}) {
                if (loader.text().isBlank() && loader.attribute(attribute) != null) {
                    throw XmlErrors.unsupported(loader, "'" + attribute + "' is for a loader with a path");
                }
            }
            if ("no".equals(loader.attribute("secure"))) {
                throw XmlErrors.unsupported(
                        loader,
                        "'secure' cannot be given where the firmware is chosen; ask for the feature secure-boot");
            }
        }
        boolean efi = kind.equals("efi");
        if (efi && isX86(domain) && !domain.get(FeatureProperties.ACPI).orElse(false)) {
            throw XmlErrors.unsupported(os, "UEFI needs ACPI on this architecture; add <acpi/> to <features>");
        }
    }

    private static void checkSmm(DomainDocument domain, XmlElement loader) {
        XmlElement features = domain.root().element("features");
        XmlElement smm = features == null ? null : features.element("smm");
        boolean q35 = domain.get(OsProperties.MACHINE).orElse("q35").contains("q35");
        if (smm != null && smm.element("tseg") != null && !q35) {
            throw XmlErrors.unsupported(smm.element("tseg"), "the size of TSEG can only be set for machine type q35");
        }
        if (loader != null && "yes".equals(loader.attribute("secure")) && !q35) {
            throw XmlErrors.unsupported(loader, "secure boot is only supported with machine type q35");
        }
    }

    private static boolean isX86(DomainDocument domain) {
        String architecture = domain.get(OsProperties.ARCHITECTURE).orElse("");
        boolean hvm = domain.get(OsProperties.TYPE).orElse("").equals("hvm");
        return hvm && DomainDialect.isQemu(domain) && (architecture.equals("x86_64") || architecture.equals("i686"));
    }
}
