package org.innkeeper.core.api;

/** Kinds of metadata, with the numbers of libvirt's {@code virDomainMetadataType} (the ordinal). */
public enum MetadataType {
    /** A description of any length. */
    DESCRIPTION,
    /** One line. */
    TITLE,
    /** An element of another program. */
    ELEMENT;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
