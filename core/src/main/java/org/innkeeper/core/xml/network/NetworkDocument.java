package org.innkeeper.core.xml.network;

import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;

/** The definition of a virtual network. Not thread-safe. */
public final class NetworkDocument extends DefinitionDocument<NetworkDocument> {
    private NetworkDocument(XmlDocument xml) {
        super(xml, "network");
    }

    /**
     * Reads a definition that is to be defined or created, and checks it.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR or
     *     CONFIG_UNSUPPORTED naming the element where it breaks a rule
     */
    public static NetworkDocument parse(String text) {
        NetworkDocument document = read(text);
        NetworkRules.check(document);
        return document;
    }

    /**
     * Reads a definition that some host has, which is its own judge of what it accepts.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR where it is
     *     no virtual network
     */
    public static NetworkDocument read(String text) {
        return of(XmlDocument.parse(text));
    }

    /** The definition that a document holds; both stay the same object. */
    public static NetworkDocument of(XmlDocument xml) {
        return new NetworkDocument(xml);
    }

    public Optional<UUID> uuid() {
        return get(NetworkProperties.UUID);
    }

    @Override
    protected NetworkDocument self() {
        return this;
    }

    @Override
    public NetworkDocument copy() {
        return new NetworkDocument(xml().copy());
    }
}
