package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A socket between guest and host. */
public final class VsockProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("vsock", "devices/vsock");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "virtio", "virtio-transitional", "virtio-non-transitional");
    /** The guest's number, from 3. */
    public static final Property<Long> CID = CATALOGUE.number("cid@address");

    public static final Property<Boolean> AUTO_CID = CATALOGUE.yesNo("cid@auto");

    private VsockProperties() {}
}
