package org.innkeeper.driver.xen.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadOnlyViewCases {
    private final List<ErrorInfo> warnings = new ArrayList<>();
    private DriverConnection connection;
    private DomainFacet domains;

    @BeforeEach
    void open() {
        connection = ReadOnlyUserSuite.open(warnings);
        domains = connection.facet(DomainFacet.class).orElseThrow();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private static CallContext call() {
        return CallContext.create();
    }

    @Test
    void isNotRoot() {
        assertThat(System.getProperty("user.name")).isNotEqualTo("root");
    }

    @Test
    void whatCannotBeChangedIsSaidOnOpeningWithItsRemedy() {
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.message()).contains("nothing can be changed by this user");
            assertThat(warning.remedy().orElseThrow()).contains("socket_ro");
        });
    }

    @Test
    void seesWhoRuns() {
        assertThat(domains.list(call(), 0))
                .extracting(DomainRef::name)
                .containsExactlyElementsOf(ReadOnlyUserSuite.GUESTS);
        DomainRef web = domains.lookupByName(call(), "web");
        assertThat(web.id()).isEqualTo(1);
        assertThat(domains.lookupById(call(), 1)).isEqualTo(web);
        assertThat(domains.lookupByUuid(call(), web.uuid())).isEqualTo(web);
        assertThat(domains.info(call(), web).memory()).isEqualTo(65536);
        assertThatThrownBy(() -> domains.lookupByUuid(call(), UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_DOMAIN));
    }

    @Test
    void changesNothing() {
        DomainRef web = domains.lookupByName(call(), "web");
        List<ThrowingCallable> changes = List.of(
                () -> domains.destroy(call(), web, 0),
                () -> domains.shutdown(call(), web, 0),
                () -> domains.reboot(call(), web, 0),
                () -> domains.suspend(call(), web),
                () -> domains.setMemory(call(), web, 32768, 0),
                () -> domains.defineXml(
                        call(),
                        "<domain type='xen'><name>new</name><memory>65536</memory><bootloader>pygrub</bootloader>"
                                + "<os><type>linux</type></os></domain>",
                        0));
        for (ThrowingCallable change : changes) {
            assertThatThrownBy(change).isInstanceOfSatisfying(InnkeeperException.class, e -> assertThat(e.code())
                    .isEqualTo(ErrorCode.NO_SUPPORT));
        }
        assertThat(domains.list(call(), 0)).hasSameSizeAs(ReadOnlyUserSuite.GUESTS);
    }

    @Test
    void whyItLacksWhatItLacksIsTold() {
        assertThat(connection.absence(Feature.DOMAIN_DEFINE).orElseThrow().message())
                .isNotBlank();
    }
}
