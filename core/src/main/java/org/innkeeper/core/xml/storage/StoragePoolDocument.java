package org.innkeeper.core.xml.storage;

import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;

/** The definition of a storage pool. Not thread-safe. */
public final class StoragePoolDocument extends DefinitionDocument<StoragePoolDocument> {
    private StoragePoolDocument(XmlDocument xml) {
        super(xml, "pool");
    }

    /**
     * Reads a definition that is to be defined or created, and checks it.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR or
     *     CONFIG_UNSUPPORTED naming the element where it breaks a rule
     */
    public static StoragePoolDocument parse(String text) {
        StoragePoolDocument document = read(text);
        StoragePoolRules.check(document);
        return document;
    }

    /**
     * Reads a definition that some host has, which is its own judge of what it accepts.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR where it is
     *     no storage pool
     */
    public static StoragePoolDocument read(String text) {
        return of(XmlDocument.parse(text));
    }

    /** The definition that a document holds; both stay the same object. */
    public static StoragePoolDocument of(XmlDocument xml) {
        return new StoragePoolDocument(xml);
    }

    public Optional<UUID> uuid() {
        return get(StoragePoolProperties.UUID);
    }

    @Override
    protected StoragePoolDocument self() {
        return this;
    }

    @Override
    public StoragePoolDocument copy() {
        return new StoragePoolDocument(xml().copy());
    }
}
