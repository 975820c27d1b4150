package org.innkeeper.core.spi;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.SecretRef;

/** Secrets: what unlocks disks and storage. */
public interface SecretFacet extends Facet {
    /** {@code virConnectListAllSecrets}. */
    List<SecretRef> list(CallContext context, long flags);

    /** {@code virSecretLookupByUUID}. */
    SecretRef lookupByUuid(CallContext context, UUID uuid);

    /** {@code virSecretLookupByUsage}. */
    SecretRef lookupByUsage(CallContext context, int usageType, String usageId);

    /** {@code virSecretDefineXML}. */
    SecretRef defineXml(CallContext context, String xml);

    /** {@code virSecretGetXMLDesc}; never holds the value. */
    String xml(CallContext context, SecretRef secret);

    /** {@code virSecretSetValue}. */
    void setValue(CallContext context, SecretRef secret, byte[] value);

    /** {@code virSecretGetValue}; private ones are refused. The caller overwrites the array when done. */
    byte[] value(CallContext context, SecretRef secret);

    /** {@code virSecretUndefine}. */
    void undefine(CallContext context, SecretRef secret);
}
