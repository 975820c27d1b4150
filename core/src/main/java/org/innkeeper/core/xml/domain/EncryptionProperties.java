package org.innkeeper.core.xml.domain;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** How an image is encrypted. */
public final class EncryptionProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("encryption", "devices/disk/**/encryption");

    public static final Property<String> FORMAT =
            CATALOGUE.choice("@format", "default", "qcow", "luks", "luks2", "luks-any");
    public static final Property<String> ENGINE = CATALOGUE.choice("@engine", "qemu", "librbd");
    public static final Property<String> SECRET_TYPE = CATALOGUE.choice("secret@type", "passphrase");
    public static final Property<String> SECRET_USAGE = CATALOGUE.text("secret@usage");
    public static final Property<UUID> SECRET_UUID = CATALOGUE.uuid("secret@uuid");

    private EncryptionProperties() {}
}
