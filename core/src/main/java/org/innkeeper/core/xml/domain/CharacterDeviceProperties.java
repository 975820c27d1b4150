package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A serial or parallel port, console or channel. */
public final class CharacterDeviceProperties {
    public static final Catalogue CATALOGUE =
            Catalogue.of("character-device", "devices/serial|parallel|console|channel");

    public static final Property<String> TYPE = CATALOGUE.choice(
            "@type",
            "null",
            "vc",
            "pty",
            "dev",
            "file",
            "pipe",
            "stdio",
            "udp",
            "tcp",
            "unix",
            "spicevmc",
            "spiceport",
            "nmdm",
            "qemu-vdagent",
            "dbus");
    /** Of 2007: the host's device of a running console. */
    public static final Property<String> TTY = CATALOGUE.text("@tty");

    public static final Property<String> TARGET_TYPE = CATALOGUE.text("target@type");
    public static final Property<Integer> TARGET_PORT = CATALOGUE.integer("target@port");
    public static final Property<String> TARGET_NAME = CATALOGUE.text("target@name");
    public static final Property<String> TARGET_ADDRESS = CATALOGUE.text("target@address");
    public static final Property<String> TARGET_MODEL = CATALOGUE.text("target/model@name");
    public static final Property<String> PROTOCOL =
            CATALOGUE.choice("protocol@type", "raw", "telnet", "telnets", "tls");
    public static final Property<String> LOG_FILE = CATALOGUE.text("log@file");
    public static final Property<Boolean> LOG_APPEND = CATALOGUE.onOff("log@append");

    private CharacterDeviceProperties() {}
}
