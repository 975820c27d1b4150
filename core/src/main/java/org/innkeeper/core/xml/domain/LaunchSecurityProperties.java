package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Memory encrypted against the host. */
public final class LaunchSecurityProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("launchSecurity", "launchSecurity");

    public static final Property<String> TYPE = CATALOGUE.choice("@type", "sev", "sev-snp", "tdx", "s390-pv");
    public static final Property<Integer> C_BIT_POSITION = CATALOGUE.integer("cbitpos");
    public static final Property<Integer> REDUCED_PHYSICAL_BITS = CATALOGUE.integer("reducedPhysBits");
    public static final Property<Long> POLICY = CATALOGUE.number("policy");
    public static final Property<String> CERTIFICATE = CATALOGUE.text("dhCert");
    public static final Property<String> SESSION = CATALOGUE.text("session");

    private LaunchSecurityProperties() {}
}
