package org.innkeeper.core.api;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.SecretFacet;

/** The secrets of a host: finding and making them. */
public final class Secrets extends ApiObject {
    Secrets(ConnectionCore core) {
        super(core);
    }

    /** The object for a secret that is known by its reference. Does not look whether it exists. */
    public Secret of(SecretRef ref) {
        return new Secret(core(), ref);
    }

    /**
     * {@code virConnectListAllSecrets}.
     *
     * @param flags libvirt's {@code virConnectListAllSecretsFlags}, 0 for all
     */
    public List<Secret> list(CallContext context, long flags) {
        return call("list").get(context, (facet, c) -> facet.list(c, flags)).stream()
                .map(this::of)
                .toList();
    }

    /** {@code virSecretLookupByUUID}. */
    public Secret lookupByUuid(CallContext context, UUID uuid) {
        return of(call("lookupByUuid").notNull("uuid", uuid).get(context, (facet, c) -> facet.lookupByUuid(c, uuid)));
    }

    /** {@code virSecretLookupByUsage}. */
    public Secret lookupByUsage(CallContext context, SecretUsage usage, String usageId) {
        return of(call("lookupByUsage")
                .notNull("usage", usage)
                .notNull("usageId", usageId)
                .get(context, (facet, c) -> facet.lookupByUsage(c, usage.number(), usageId)));
    }

    /** {@code virSecretDefineXML}. */
    public Secret define(CallContext context, String xml) {
        return of(call("define").changes().notEmpty("xml", xml).get(context, (facet, c) -> facet.defineXml(c, xml)));
    }

    private Call<SecretFacet> call(String method) {
        return call(SecretFacet.class, method);
    }
}
