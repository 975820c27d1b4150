package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The host's end of a character device. */
public final class CharacterSourceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of(
            "character-source",
            "devices/serial|parallel|console|channel|redirdev|smartcard/source",
            "devices/rng|tpm/backend/source");

    public static final Property<String> PATH = CATALOGUE.text("@path");
    public static final Property<String> MODE = CATALOGUE.choice("@mode", "connect", "bind");
    public static final Property<String> TYPE = CATALOGUE.text("@type");
    public static final Property<String> HOST = CATALOGUE.text("@host");
    public static final Property<String> SERVICE = CATALOGUE.text("@service");
    public static final Property<Boolean> TLS = CATALOGUE.yesNo("@tls");
    public static final Property<Boolean> APPEND = CATALOGUE.onOff("@append");
    public static final Property<String> CHANNEL = CATALOGUE.text("@channel");
    public static final Property<Boolean> RECONNECT = CATALOGUE.yesNo("reconnect@enabled");
    /** Seconds. */
    public static final Property<Integer> RECONNECT_TIMEOUT = CATALOGUE.integer("reconnect@timeout");

    public static final Property<Boolean> COPY_AND_PASTE = CATALOGUE.yesNo("clipboard@copypaste");
    public static final Property<String> MOUSE = CATALOGUE.choice("mouse@mode", "server", "client");

    private CharacterSourceProperties() {}
}
