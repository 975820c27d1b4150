package org.innkeeper.core.xml.storage;

import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;

/** The definition of a storage volume. Not thread-safe. */
public final class VolumeDocument extends DefinitionDocument<VolumeDocument> {
    private VolumeDocument(XmlDocument xml) {
        super(xml, "volume");
    }

    /**
     * Reads a definition that is to be defined or created, and checks it.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR or
     *     CONFIG_UNSUPPORTED naming the element where it breaks a rule
     */
    public static VolumeDocument parse(String text) {
        VolumeDocument document = read(text);
        VolumeRules.check(document);
        return document;
    }

    /**
     * Reads a definition that some host has, which is its own judge of what it accepts.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR where it is
     *     no storage volume
     */
    public static VolumeDocument read(String text) {
        return of(XmlDocument.parse(text));
    }

    /** The definition that a document holds; both stay the same object. */
    public static VolumeDocument of(XmlDocument xml) {
        return new VolumeDocument(xml);
    }

    @Override
    protected VolumeDocument self() {
        return this;
    }

    @Override
    public VolumeDocument copy() {
        return new VolumeDocument(xml().copy());
    }
}
