package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Features with figures have figures that a machine can have. */
final class FeatureRules {
    private static final long LEAST_SPINLOCK_RETRIES = 4095;
    private static final int VENDOR_LENGTH = 12;
    private static final int LEAST_RING = 1024;
    private static final int GREATEST_RING = 65_536;

    private FeatureRules() {}

    static void check(DomainDocument domain) {
        XmlElement features = domain.root().element("features");
        if (features == null) {
            return;
        }
        long retries = domain.get(FeatureProperties.HYPERV_SPINLOCK_RETRIES).orElse(LEAST_SPINLOCK_RETRIES);
        if (retries < LEAST_SPINLOCK_RETRIES) {
            throw XmlErrors.unsupported(
                    features.element("hyperv"), "'retries' of <spinlocks> must be at least " + LEAST_SPINLOCK_RETRIES);
        }
        String vendor = domain.get(FeatureProperties.HYPERV_VENDOR_ID_VALUE).orElse("");
        if (vendor.length() > VENDOR_LENGTH || vendor.contains(",")) {
            throw XmlErrors.unacceptable(
                    features.element("hyperv"),
                    "a 'vendor_id' has at most " + VENDOR_LENGTH + " characters and no comma");
        }
        int ring = domain.get(FeatureProperties.KVM_DIRTY_RING_SIZE).orElse(LEAST_RING);
        if (ring < LEAST_RING || ring > GREATEST_RING || Integer.bitCount(ring) != 1) {
            throw XmlErrors.unacceptable(
                    features.element("kvm"),
                    "the 'size' of <dirty-ring> must be a power of two from " + LEAST_RING + " to " + GREATEST_RING);
        }
        long segment = domain.get(FeatureProperties.SMM_TSEG).orElse(0L);
        if (segment % 1024 != 0) {
            throw XmlErrors.unsupported(features.element("smm"), "the size of <tseg> must be a multiple of 1 MiB");
        }
    }
}
