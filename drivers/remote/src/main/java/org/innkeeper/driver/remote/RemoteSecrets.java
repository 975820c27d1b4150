package org.innkeeper.driver.remote;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.SecretFacet;

/** Secrets over the wire. */
final class RemoteSecrets implements SecretFacet {
    private final FarSide far;
    private final boolean listedByName;

    /** @param listedByName whether the daemon has no call that lists all */
    RemoteSecrets(FarSide far, boolean listedByName) {
        this.far = far;
        this.listedByName = listedByName;
    }

    @Override
    public List<SecretRef> list(CallContext context, long flags) {
        return listedByName
                ? new SecretsByName(far).list(context, flags)
                : far.list(SecretRef.class, "secrets", context, "CONNECT_LIST_ALL_SECRETS", 1, flags);
    }

    @Override
    public SecretRef lookupByUuid(CallContext context, UUID uuid) {
        return far.ask(SecretRef.class, context, "SECRET_LOOKUP_BY_UUID", uuid);
    }

    @Override
    public SecretRef lookupByUsage(CallContext context, int usageType, String usageId) {
        return far.ask(SecretRef.class, context, "SECRET_LOOKUP_BY_USAGE", usageType, usageId);
    }

    @Override
    public SecretRef defineXml(CallContext context, String xml) {
        return far.ask(SecretRef.class, context, "SECRET_DEFINE_XML", xml, 0);
    }

    @Override
    public String xml(CallContext context, SecretRef secret) {
        return far.askText(context, "SECRET_GET_XML_DESC", secret, 0);
    }

    @Override
    public void setValue(CallContext context, SecretRef secret, byte[] value) {
        far.call(context, "SECRET_SET_VALUE", secret, value, 0);
    }

    @Override
    public byte[] value(CallContext context, SecretRef secret) {
        return far.ask(byte[].class, context, "SECRET_GET_VALUE", secret, 0);
    }

    @Override
    public void undefine(CallContext context, SecretRef secret) {
        far.call(context, "SECRET_UNDEFINE", secret);
    }
}
