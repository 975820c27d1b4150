package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests on libvirt's default host share: a connection, and its one guest, {@code test}. */
abstract class PlainHost {
    protected final CallContext context = CallContext.create();
    protected DriverConnection connection;
    protected DomainFacet domains;
    protected DomainRef test;

    @BeforeEach
    final void openPlainHost() {
        connection = new Hosts().open("test:///default?demo=no");
        domains = facet(DomainFacet.class);
        test = domains.lookupByName(context, "test");
    }

    @AfterEach
    final void closePlainHost() {
        connection.close();
    }

    protected final <F extends Facet> F facet(Class<F> kind) {
        return connection.facet(kind).orElseThrow();
    }

    protected static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> org.assertj.core.api.Assertions.assertThat(e.code())
                                .as(e.getMessage())
                                .isEqualTo(code));
    }
}
