package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The limits of a disk do not contradict each other. */
final class DiskTuneRules {
    private static final long GREATEST = 1_000_000_000_000_000L;

    private DiskTuneRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement tune : DiskTuneProperties.CATALOGUE.elements(domain.root())) {
            for (Property<?> limit : DiskTuneProperties.CATALOGUE.properties()) {
                if (limit.get(tune).orElse(null) instanceof Long value && value > GREATEST) {
                    throw XmlErrors.unsupported(tune, "<" + limit.path() + "> must be no more than " + GREATEST);
                }
            }
            exclusive(
                    tune,
                    DiskTuneProperties.TOTAL_BYTES,
                    DiskTuneProperties.READ_BYTES,
                    DiskTuneProperties.WRITE_BYTES);
            exclusive(
                    tune,
                    DiskTuneProperties.TOTAL_OPERATIONS,
                    DiskTuneProperties.READ_OPERATIONS,
                    DiskTuneProperties.WRITE_OPERATIONS);
            exclusive(
                    tune,
                    DiskTuneProperties.TOTAL_BYTES_BURST,
                    DiskTuneProperties.READ_BYTES_BURST,
                    DiskTuneProperties.WRITE_BYTES_BURST);
            exclusive(
                    tune,
                    DiskTuneProperties.TOTAL_OPERATIONS_BURST,
                    DiskTuneProperties.READ_OPERATIONS_BURST,
                    DiskTuneProperties.WRITE_OPERATIONS_BURST);
        }
    }

    private static void exclusive(XmlElement tune, Property<Long> total, Property<Long> read, Property<Long> write) {
        boolean parts = value(tune, read) != 0 || value(tune, write) != 0;
        if (value(tune, total) != 0 && parts) {
            throw XmlErrors.unacceptable(
                    tune,
                    "<" + total.path() + "> cannot be set together with <" + read.path() + "> or <" + write.path()
                            + ">");
        }
    }

    private static long value(XmlElement tune, Property<Long> property) {
        return property.get(tune).orElse(0L);
    }
}
