package org.innkeeper.driver.test.facet;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.driver.test.host.TestHost;

/** Secrets of a host in memory. */
final class TestSecretFacet extends HostFacet implements SecretFacet {
    /** Bits of libvirt's {@code virConnectListAllSecretsFlags}. */
    private static final long EPHEMERAL = 1L;

    private static final long NOT_EPHEMERAL = 1L << 1;
    private static final long PRIVATE = 1L << 2;
    private static final long NOT_PRIVATE = 1L << 3;

    TestSecretFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<SecretRef> list(CallContext context, long flags) {
        DomainFlags.check("secret.list", flags, EPHEMERAL | NOT_EPHEMERAL | PRIVATE | NOT_PRIVATE);
        boolean anyLife = (flags & (EPHEMERAL | NOT_EPHEMERAL)) == 0;
        boolean anySight = (flags & (PRIVATE | NOT_PRIVATE)) == 0;
        return call(context, "secret.list", () -> host.secrets()
                .list(
                        anyLife || (flags & EPHEMERAL) != 0,
                        anyLife || (flags & NOT_EPHEMERAL) != 0,
                        anySight || (flags & PRIVATE) != 0,
                        anySight || (flags & NOT_PRIVATE) != 0));
    }

    @Override
    public SecretRef lookupByUuid(CallContext context, UUID uuid) {
        return call(context, "secret.lookup", () -> host.secrets().byUuid(uuid));
    }

    @Override
    public SecretRef lookupByUsage(CallContext context, int usageType, String usageId) {
        return call(context, "secret.lookup", () -> host.secrets().byUsage(usageType, usageId));
    }

    @Override
    public SecretRef defineXml(CallContext context, String xml) {
        return call(context, "secret.define", () -> host.secrets().define(xml));
    }

    @Override
    public String xml(CallContext context, SecretRef secret) {
        return call(context, "secret.xml", () -> host.secrets().xml(secret.uuid()));
    }

    @Override
    public void setValue(CallContext context, SecretRef secret, byte[] value) {
        run(context, "secret.setValue", () -> host.secrets().setValue(secret.uuid(), value));
    }

    @Override
    public byte[] value(CallContext context, SecretRef secret) {
        return call(context, "secret.value", () -> host.secrets().value(secret.uuid()));
    }

    @Override
    public void undefine(CallContext context, SecretRef secret) {
        run(context, "secret.undefine", () -> host.secrets().undefine(secret.uuid()));
    }
}
