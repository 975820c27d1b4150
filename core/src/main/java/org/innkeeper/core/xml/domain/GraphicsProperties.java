package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A display that can be reached from outside. */
public final class GraphicsProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("graphics", "devices/graphics");

    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "vnc", "spice", "sdl", "rdp", "desktop", "egl-headless", "dbus");
    /** -1: chosen at start. */
    public static final Property<Integer> PORT = CATALOGUE.signed("@port");

    public static final Property<Boolean> AUTO_PORT = CATALOGUE.yesNo("@autoport");
    public static final Property<Integer> TLS_PORT = CATALOGUE.signed("@tlsPort");
    public static final Property<Integer> WEB_SOCKET = CATALOGUE.signed("@websocket");
    public static final Property<String> LISTEN = CATALOGUE.text("@listen");
    public static final Property<String> SOCKET = CATALOGUE.text("@socket");
    /** A secret: only in a document that was read with secrets. */
    public static final Property<String> PASSWORD = CATALOGUE.text("@passwd");

    public static final Property<String> PASSWORD_VALID_TO = CATALOGUE.text("@passwdValidTo");
    public static final Property<String> CONNECTED = CATALOGUE.choice("@connected", "fail", "disconnect", "keep");
    public static final Property<String> SHARE_POLICY =
            CATALOGUE.choice("@sharePolicy", "allow-exclusive", "force-shared", "ignore");
    public static final Property<String> KEYMAP = CATALOGUE.text("@keymap");
    public static final Property<String> DEFAULT_MODE = CATALOGUE.choice("@defaultMode", "any", "secure", "insecure");
    public static final Property<String> DISPLAY = CATALOGUE.text("@display");
    public static final Property<String> X_AUTHORITY = CATALOGUE.text("@xauth");
    public static final Property<Boolean> FULL_SCREEN = CATALOGUE.yesNo("@fullscreen");
    public static final Property<Boolean> PEER_TO_PEER = CATALOGUE.yesNo("@p2p");
    public static final Property<Integer> AUDIO = CATALOGUE.integer("audio@id");
    public static final Property<Boolean> GL = CATALOGUE.yesNo("gl@enable");
    public static final Property<String> RENDER_NODE = CATALOGUE.text("gl@rendernode");
    public static final Property<String> IMAGE_COMPRESSION =
            CATALOGUE.choice("image@compression", "auto_glz", "auto_lz", "quic", "glz", "lz", "off");
    public static final Property<String> JPEG_COMPRESSION =
            CATALOGUE.choice("jpeg@compression", "auto", "never", "always");
    public static final Property<String> ZLIB_COMPRESSION =
            CATALOGUE.choice("zlib@compression", "auto", "never", "always");
    public static final Property<Boolean> PLAYBACK_COMPRESSION = CATALOGUE.onOff("playback@compression");
    public static final Property<String> STREAMING = CATALOGUE.choice("streaming@mode", "filter", "all", "off");
    public static final Property<Boolean> COPY_AND_PASTE = CATALOGUE.yesNo("clipboard@copypaste");
    public static final Property<String> MOUSE = CATALOGUE.choice("mouse@mode", "server", "client");
    public static final Property<Boolean> FILE_TRANSFER = CATALOGUE.yesNo("filetransfer@enable");

    private GraphicsProperties() {}
}
