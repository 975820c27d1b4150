package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SecretFacet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets. */
public abstract class SecretContract extends DriverContract {
    private static final int CEPH = 2;
    private static final byte[] VALUE = "open sesame".getBytes(StandardCharsets.US_ASCII);

    private final List<SecretRef> made = new ArrayList<>();
    private SecretFacet secrets;

    /** For subclasses. */
    protected SecretContract() {}

    @BeforeEach
    final void findSecrets() {
        secrets = required(SecretFacet.class, Feature.SECRETS);
    }

    @AfterEach
    final void removeSecrets() {
        for (SecretRef secret : made) {
            if (secrets.list(call(), 0).contains(secret)) {
                secrets.undefine(call(), secret);
            }
        }
    }

    private SecretRef define(String usage, boolean hidden) {
        SecretRef secret = secrets.defineXml(
                call(),
                "<secret ephemeral='no' private='" + (hidden ? "yes" : "no") + "'><uuid>" + UUID.randomUUID()
                        + "</uuid><usage type='ceph'><name>" + usage + "</name></usage></secret>");
        made.add(secret);
        return secret;
    }

    @Test
    void lifeOfASecret() {
        String usage = uniqueName("usage");
        SecretRef secret = define(usage, false);

        assertThat(secret.usageType()).isEqualTo(CEPH);
        assertThat(secret.usageId()).isEqualTo(usage);
        assertThat(secrets.list(call(), 0)).contains(secret);
        assertThat(secrets.lookupByUuid(call(), secret.uuid())).isEqualTo(secret);
        assertThat(secrets.lookupByUsage(call(), CEPH, usage)).isEqualTo(secret);
        secrets.undefine(call(), secret);
        assertFails(() -> secrets.lookupByUuid(call(), secret.uuid()), ErrorCode.NO_SECRET);
        assertFails(() -> secrets.lookupByUsage(call(), CEPH, usage), ErrorCode.NO_SECRET);
    }

    @Test
    void valueIsKeptAndNeverInTheXml() {
        SecretRef secret = define(uniqueName("usage"), false);
        assertFails(() -> secrets.value(call(), secret), ErrorCode.NO_SECRET);

        secrets.setValue(call(), secret, VALUE);

        assertThat(secrets.value(call(), secret)).isEqualTo(VALUE);
        assertThat(secrets.xml(call(), secret))
                .doesNotContain("sesame")
                .contains(secret.uuid().toString());
    }

    @Test
    void valueIsACopy() {
        SecretRef secret = define(uniqueName("usage"), false);
        byte[] value = VALUE.clone();
        secrets.setValue(call(), secret, value);
        value[0] = 0;
        secrets.value(call(), secret)[1] = 0;

        assertThat(secrets.value(call(), secret)).isEqualTo(VALUE);
    }

    @Test
    void privateValueIsNeverTold() {
        SecretRef secret = define(uniqueName("usage"), true);
        secrets.setValue(call(), secret, VALUE);

        assertFails(
                () -> secrets.value(call(), secret),
                ErrorCode.INVALID_SECRET,
                ErrorCode.OPERATION_DENIED,
                ErrorCode.ACCESS_DENIED);
    }

    @Test
    void usageBelongsToOneSecret() {
        String usage = uniqueName("usage");
        SecretRef first = define(usage, false);

        assertFails(
                () -> secrets.defineXml(
                        call(),
                        "<secret><uuid>" + UUID.randomUUID() + "</uuid><usage type='ceph'><name>" + usage
                                + "</name></usage></secret>"),
                ErrorCode.OPERATION_FAILED,
                ErrorCode.INVALID_ARG);
        assertThat(secrets.lookupByUsage(call(), CEPH, usage)).isEqualTo(first);
    }

    @Test
    void definingAgainKeepsTheValue() {
        String usage = uniqueName("usage");
        SecretRef secret = define(usage, false);
        secrets.setValue(call(), secret, VALUE);

        secrets.defineXml(
                call(),
                "<secret><uuid>" + secret.uuid() + "</uuid><description>the same</description>"
                        + "<usage type='ceph'><name>" + usage + "</name></usage></secret>");

        assertThat(secrets.xml(call(), secret)).contains("the same");
        assertThat(secrets.value(call(), secret)).isEqualTo(VALUE);
    }

    @Test
    void unknownFlagsAreRefused() {
        assertRefusesUnknownFlag(() -> secrets.list(call(), UNKNOWN_FLAG));
    }
}
