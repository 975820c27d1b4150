package org.innkeeper.core.xml.snapshot;

import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;

/** The definition of a snapshot of a domain. Not thread-safe. */
public final class SnapshotDocument extends DefinitionDocument<SnapshotDocument> {
    private SnapshotDocument(XmlDocument xml) {
        super(xml, "domainsnapshot");
    }

    /**
     * Reads a definition that is to be defined or created, and checks it.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR or
     *     CONFIG_UNSUPPORTED naming the element where it breaks a rule
     */
    public static SnapshotDocument parse(String text) {
        SnapshotDocument document = read(text);
        SnapshotRules.check(document);
        return document;
    }

    /**
     * Reads a definition that some host has, which is its own judge of what it accepts.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR where it is
     *     no snapshot of a domain
     */
    public static SnapshotDocument read(String text) {
        return of(XmlDocument.parse(text));
    }

    /** The definition that a document holds; both stay the same object. */
    public static SnapshotDocument of(XmlDocument xml) {
        return new SnapshotDocument(xml);
    }

    @Override
    protected SnapshotDocument self() {
        return this;
    }

    @Override
    public SnapshotDocument copy() {
        return new SnapshotDocument(xml().copy());
    }
}
