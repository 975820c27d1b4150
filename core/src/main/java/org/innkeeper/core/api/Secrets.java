package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.SecretFilter;
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

    /** The secrets that match, all of them without filters: {@code virConnectListAllSecrets}. */
    public List<Secret> list(CallContext context, Set<SecretFilter> filters) {
        return call("list")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.list(c, Flag.bits(filters)))
                .stream()
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
