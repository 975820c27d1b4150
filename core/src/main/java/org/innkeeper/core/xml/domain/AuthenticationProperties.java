package org.innkeeper.core.xml.domain;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Who one is to the server that keeps an image; the password is a secret of the host. */
public final class AuthenticationProperties {
    public static final Catalogue CATALOGUE =
            Catalogue.of("auth", "devices/disk/**/auth", "os/nvram/source/auth", "devices/hostdev/source/auth");

    public static final Property<String> USER = CATALOGUE.text("@username");
    public static final Property<String> SECRET_TYPE = CATALOGUE.choice("secret@type", "iscsi", "ceph");
    public static final Property<String> SECRET_USAGE = CATALOGUE.text("secret@usage");
    public static final Property<UUID> SECRET_UUID = CATALOGUE.uuid("secret@uuid");

    private AuthenticationProperties() {}
}
