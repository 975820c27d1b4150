package org.innkeeper.core.xml.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Devices of which there is one at most, and those with little to go wrong. */
final class MiscellaneousDeviceRules {
    private static final List<String> SINGLE = List.of("memballoon", "nvram", "iommu", "vsock");
    private static final long LEAST_SHARED_MEMORY = 1 << 20;
    private static final long LEAST_CID = 3;
    private static final int CERTIFICATES = 3;

    private MiscellaneousDeviceRules() {}

    static void check(DomainDocument domain) {
        for (String kind : SINGLE) {
            if (domain.devices(kind).size() > 1) {
                throw XmlErrors.unacceptable(domain.devices(kind).get(1), "a domain has one <" + kind + "> at most");
            }
        }
        domain.devices("smartcard").forEach(MiscellaneousDeviceRules::checkSmartcard);
        checkAudio(domain);
        domain.devices("tpm").forEach(tpm -> {
            if (tpm.element("backend") == null) {
                throw XmlErrors.unacceptable(tpm, "the <backend> is missing");
            }
        });
        domain.devices("watchdog").forEach(watchdog -> require(watchdog, "model"));
        domain.devices("rng").forEach(MiscellaneousDeviceRules::checkRandom);
        domain.devices("shmem").forEach(MiscellaneousDeviceRules::checkSharedMemory);
        domain.devices("vsock").forEach(vsock -> {
            long cid = VsockProperties.CID.get(vsock).orElse(LEAST_CID);
            if (cid < LEAST_CID) {
                throw XmlErrors.unacceptable(vsock, "the 'address' of <cid> must be at least " + LEAST_CID);
            }
        });
        checkIommu(domain);
        checkMemoryDevices(domain);
        checkHostDevices(domain);
        checkAliases(domain);
    }

    private static void require(XmlElement device, String attribute) {
        if (device.attribute(attribute) == null) {
            throw XmlErrors.unacceptable(device, "attribute '" + attribute + "' is missing");
        }
    }

    private static void checkSmartcard(XmlElement smartcard) {
        String mode = SmartcardProperties.MODE.get(smartcard).orElse("");
        int certificates = smartcard.elements("certificate").size();
        if (mode.equals("host-certificates") && certificates != CERTIFICATES) {
            throw XmlErrors.unacceptable(smartcard, "mode 'host-certificates' needs exactly three certificates");
        }
        if (mode.equals("passthrough")
                && SmartcardProperties.TYPE.get(smartcard).isEmpty()) {
            throw XmlErrors.unacceptable(smartcard, "mode 'passthrough' needs the 'type' of a character device");
        }
    }

    /** Sound goes to an output that is there, and each of them has a number of its own. */
    private static void checkAudio(DomainDocument domain) {
        Set<Integer> ids = new HashSet<>();
        for (XmlElement audio : domain.devices("audio")) {
            int id = AudioProperties.ID
                    .get(audio)
                    .orElseThrow(() -> XmlErrors.unacceptable(audio, "attribute 'id' is missing"));
            if (id == 0 || !ids.add(id)) {
                throw XmlErrors.unacceptable(audio, "'id' must be a number from 1 that no other <audio> has");
            }
        }
        for (XmlElement sound : domain.devices("sound")) {
            int id = SoundProperties.AUDIO.get(sound).orElse(0);
            if (id != 0 && !ids.contains(id)) {
                throw XmlErrors.unsupported(sound, "there is no <audio> with the id " + id);
            }
        }
    }

    private static void checkRandom(XmlElement rng) {
        require(rng, "model");
        if (rng.element("backend") == null || rng.element("backend").attribute("model") == null) {
            throw XmlErrors.unacceptable(rng, "a <backend> with a 'model' is missing");
        }
        if (rng.element("rate") != null && RandomProperties.RATE_BYTES.get(rng).isEmpty()) {
            throw XmlErrors.unacceptable(rng.element("rate"), "attribute 'bytes' is missing");
        }
    }

    private static void checkSharedMemory(XmlElement memory) {
        String name = SharedMemoryProperties.NAME.get(memory).orElse("");
        if (name.isEmpty() || name.contains("/")) {
            throw XmlErrors.unacceptable(memory, "a 'name' without '/' is needed");
        }
        long size = SharedMemoryProperties.SIZE.get(memory).orElse(LEAST_SHARED_MEMORY);
        if (size < LEAST_SHARED_MEMORY || Long.bitCount(size) != 1) {
            throw XmlErrors.unacceptable(memory, "the <size> must be a power of two from 1 MiB");
        }
        if (memory.element("msi") != null && memory.element("server") == null) {
            throw XmlErrors.unacceptable(memory.element("msi"), "interrupts are only sent by a <server>");
        }
    }

    private static void checkIommu(DomainDocument domain) {
        String machine = domain.get(OsProperties.MACHINE).orElse("q35");
        for (XmlElement iommu : domain.devices("iommu")) {
            require(iommu, "model");
            if ("intel".equals(iommu.attribute("model")) && !machine.contains("q35")) {
                throw XmlErrors.unsupported(iommu, "an IOMMU of model 'intel' is only for machine type q35");
            }
            if ("virtio".equals(iommu.attribute("model")) && ControllerRules.isI440fx(machine)) {
                throw XmlErrors.unsupported(iommu, "an IOMMU of model 'virtio' is not for machine type " + machine);
            }
        }
    }

    private static void checkMemoryDevices(DomainDocument domain) {
        int cells = NumaCellProperties.CATALOGUE.elements(domain.root()).size();
        for (XmlElement memory : domain.devices("memory")) {
            require(memory, "model");
            int node = MemoryDeviceProperties.NODE.get(memory).orElse(0);
            if (cells > 0 && node >= cells) {
                throw XmlErrors.unacceptable(memory, "the guest has no NUMA node " + node);
            }
            if (MemoryDeviceProperties.SIZE.get(memory).orElse(0L) == 0) {
                throw XmlErrors.unacceptable(memory, "the <size> of the <target> is missing");
            }
        }
    }

    private static void checkHostDevices(DomainDocument domain) {
        Set<String> seen = new HashSet<>();
        for (XmlElement device : domain.devices("hostdev")) {
            XmlElement source = device.element("source");
            if (source == null) {
                throw XmlErrors.unacceptable(device, "the <source> is missing");
            }
            boolean mediated = "mdev".equals(device.attribute("type"));
            XmlElement address = source.element("address");
            if (mediated && (address == null || address.attribute("uuid") == null)) {
                throw XmlErrors.unsupported(device, "the <address> of a mediated device needs a 'uuid'");
            }
            String identity = device.attribute("type") + " " + source.toText().replaceAll("\\s+", " ");
            boolean places = address != null || source.element("adapter") != null;
            if (places && !seen.add(identity)) {
                throw XmlErrors.unacceptable(device, "the same device of the host is given twice");
            }
        }
    }

    private static void checkAliases(DomainDocument domain) {
        Set<String> aliases = new HashSet<>();
        for (XmlElement device : domain.devices()) {
            String alias = DeviceProperties.ALIAS.get(device).orElse("");
            // The first console is the first serial port by another name.
            if (alias.startsWith("ua-") && !device.name().equals("console") && !aliases.add(alias)) {
                throw XmlErrors.unacceptable(device, "the alias '" + alias + "' is used twice");
            }
        }
    }
}
