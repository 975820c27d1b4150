package org.innkeeper.core.api;

import java.util.Objects;
import java.util.UUID;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.SecretFacet;

/** A secret. Two are equal when connection and UUID are. */
public final class Secret extends HostObject {
    private final SecretRef ref;

    Secret(ConnectionCore core, SecretRef ref) {
        super(core);
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    @Override
    public SecretRef ref() {
        return ref;
    }

    /** {@code virSecretGetUUID}. */
    public UUID uuid() {
        return ref.uuid();
    }

    /** {@code virSecretGetXMLDesc}; never holds the value. */
    public String xml(CallContext context) {
        return call("xml").get(context, (facet, c) -> facet.xml(c, ref));
    }

    /** {@code virSecretSetValue}; the caller overwrites the array when done. */
    public void setValue(CallContext context, byte[] value) {
        call("setValue").changes().notNull("value", value).run(context, (facet, c) -> facet.setValue(c, ref, value));
    }

    /** {@code virSecretGetValue}; private ones are refused. The caller overwrites the array when done. */
    public byte[] value(CallContext context) {
        return call("value").changes().get(context, (facet, c) -> facet.value(c, ref));
    }

    /** {@code virSecretUndefine}. */
    public void undefine(CallContext context) {
        call("undefine").changes().run(context, (facet, c) -> facet.undefine(c, ref));
    }

    private Call<SecretFacet> call(String method) {
        return call(SecretFacet.class, method);
    }

    @Override
    ErrorSubject subject() {
        String name = ref.usageId().isEmpty() ? uuid().toString() : ref.usageId();
        return new ErrorSubject(ErrorSubject.Kind.SECRET, name, uuid(), -1);
    }

    @Override
    Object identity() {
        return uuid();
    }
}
