package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Which USB devices may be redirected; -1 is any. */
public final class RedirectionFilterProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("redirfilter", "devices/redirfilter/usbdev");

    public static final Property<Integer> CLASS = CATALOGUE.signed("@class");
    public static final Property<Integer> VENDOR = CATALOGUE.signed("@vendor");
    public static final Property<Integer> PRODUCT = CATALOGUE.signed("@product");
    public static final Property<String> VERSION = CATALOGUE.text("@version");
    public static final Property<Boolean> ALLOW = CATALOGUE.yesNo("@allow");

    private RedirectionFilterProperties() {}
}
