package org.innkeeper.core.xml.nodedevice;

import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;

/** The definition of a device of a host. Not thread-safe. */
public final class NodeDeviceDocument extends DefinitionDocument<NodeDeviceDocument> {
    private NodeDeviceDocument(XmlDocument xml) {
        super(xml, "device");
    }

    /**
     * Reads a definition that some host has, which is its own judge of what it accepts.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR where it is
     *     no device of a host
     */
    public static NodeDeviceDocument read(String text) {
        return of(XmlDocument.parse(text));
    }

    /** The definition that a document holds; both stay the same object. */
    public static NodeDeviceDocument of(XmlDocument xml) {
        return new NodeDeviceDocument(xml);
    }

    @Override
    protected NodeDeviceDocument self() {
        return this;
    }

    @Override
    public NodeDeviceDocument copy() {
        return new NodeDeviceDocument(xml().copy());
    }
}
