package org.innkeeper.app.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The kinds of connections the dialog offers by name; anything else is a URI. */
enum ConnectionKind {
    /** The QEMU of this machine, without a daemon. */
    EMBEDDED("mdi2d-desktop-tower-monitor"),
    /** The Xen of this machine, or one whose xend listens somewhere. */
    XEN("mdi2s-server"),
    /** The containers of this machine. */
    OPENVZ("mdi2p-package-variant-closed"),
    /** A libvirt daemon, described field by field; {@link RemoteAddress} makes its URI. */
    REMOTE("mdi2s-server-network"),
    /** Hosts that advertise themselves, or that another program has saved; several at once. */
    FOUND("mdi2r-radar"),
    /** A host in memory. */
    DEMO("mdi2f-flask-outline"),
    /** A host in memory that a file describes. */
    TEST_FILE("mdi2f-file-cog-outline"),
    URI("mdi2l-link-variant");

    private final String icon;

    ConnectionKind(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /**
     * The URI of a connection of this kind.
     *
     * @param text a folder, a file or a URI, as the kind needs it; may be empty for {@link #EMBEDDED} and {@link #XEN}
     * @throws IllegalStateException for {@link #REMOTE} and {@link #FOUND}, which no single text describes
     */
    String uri(String text) {
        return switch (this) {
            case EMBEDDED ->
                text.isEmpty()
                        ? "qemu:///embed"
                        : "qemu:///embed?root="
                                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("%2F", "/");
            case XEN -> text.isEmpty() ? "xen:///" : text.startsWith("/") ? "//" + text : text;
            case OPENVZ -> "openvz:///system";
            case REMOTE, FOUND -> throw new IllegalStateException("a remote host has more than one text");
            case DEMO -> "test:///default";
            case TEST_FILE ->
                "test://" + text.replace("%", "%25").replace(" ", "%20").replace("?", "%3F");
            case URI -> text;
        };
    }

    /** Whether it needs a text. */
    boolean needsText() {
        return this == TEST_FILE || this == URI;
    }

    boolean takesText() {
        return this == EMBEDDED || this == XEN || needsText();
    }
}
