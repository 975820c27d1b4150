package org.innkeeper.driver.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A xend that errs, lies or hangs. */
class BadXendTest {
    private XenSandbox host;
    private DomainFacet domains;
    private SaveFacet saves;

    @BeforeEach
    void openHost() throws IOException {
        host = new XenSandbox(StandInVersion.XEN_3_1);
        host.xend().host().populate(2);
        var connection = host.open();
        domains = connection.facet(DomainFacet.class).orElseThrow();
        saves = connection.facet(SaveFacet.class).orElseThrow();
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    private static CallContext call() {
        return CallContext.create();
    }

    private static byte[] reply(String status, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void listTold(byte[] told) {
        host.xend().disturb(request -> request.equals("GET /xend/domain?{detail=1}") ? told : null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((domain (domid 1) (name 'a)) (uuid ",
                "((domain (domid 1) (name a",
                ")))",
                "(nonsense)",
            })
    void whatIsNoListOfDomainsIsAClearError(String body) {
        listTold(reply("200 OK", body));

        assertThatThrownBy(() -> domains.list(call(), 0)).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.code()).isIn(ErrorCode.SEXPR_SERIAL, ErrorCode.PARSE_FAILED);
            assertThat(e.getMessage()).containsAnyOf("s-expression", "xend").doesNotContain("\n");
        });
    }

    @Test
    void depthIsLimited() {
        listTold(reply("200 OK", "(".repeat(100_000)));

        assertThatThrownBy(() -> domains.list(call(), 0))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("nested more than");
    }

    @Test
    void aDomainOfWhichNonsenseIsToldDoesNotHideTheOthers() {
        listTold(reply(
                "200 OK",
                "((domain (domid 4) (name bad) (uuid nonsense) (memory 64))"
                        + " (domain (domid 5) (name good) (uuid 00000000-0000-0000-0000-000000000009)"
                        + " (memory 64) (vcpus 1) (state -b----) (cpu_time 1.0)))"));
        List<ErrorInfo> warnings = new ArrayList<>();

        List<DomainRef> found = domains.list(call().derive(warnings::add), 0);

        assertThat(found).extracting(DomainRef::name).contains("good").doesNotContain("bad");
        assertThat(warnings).isNotEmpty().allSatisfy(warning -> assertThat(warning.message())
                .contains("nonsense"));
    }

    @Test
    void aLengthThatIsWrongIsAnErrorAndNotAWait() {
        listTold("HTTP/1.1 200 OK\r\nContent-length: 5000\r\n\r\n(a)".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> domains.list(call(), 0))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HTTP_ERROR));
    }

    @Test
    void anErrorOfHttpIsTold() {
        listTold(reply("500 Internal Server Error", "(xend.err 'out of memory')"));

        assertThatThrownBy(() -> domains.list(call(), 0)).hasMessageContaining("out of memory");
    }

    @Test
    void anErrorInAGoodAnswerIsAnError() {
        DomainRef guest = domains.lookupByName(call(), "guest-0");
        host.xend()
                .disturb(request ->
                        request.endsWith(" dump") ? reply("202 Accepted", "(xend.err 'no space left')") : null);

        assertThatThrownBy(() -> saves.coreDump(call(), guest, host.path("core").toString(), 0, 0))
                .hasMessageContaining("no space left");
    }

    @Test
    void aHangHoldsOnlyWhoWaits() {
        host.xend().delay(30_000);
        long begin = System.nanoTime();

        assertThatThrownBy(() -> domains.list(CallContext.within(Duration.ofMillis(200)), 0))
                .isInstanceOf(CallCancelledException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aDomainWhoseDevicesDoNotComeIsTakenAway() {
        String xml = "<domain type='xen'><name>half</name><memory>65536</memory>"
                + "<bootloader>/usr/bin/pygrub</bootloader><os><type>linux</type></os><devices><disk type='file'>"
                + "<source file='/no/such/image'/><target dev='xvda'/></disk></devices></domain>";

        assertThatThrownBy(() -> domains.createXml(call(), xml, 0)).hasMessageContaining("could not be connected");

        assertThat(domains.list(call(), 0)).extracting(DomainRef::name).doesNotContain("half");
    }

    @Test
    void whatIsNoSavedDomainIsRefused() throws IOException {
        Files.writeString(host.path("no-save"), "nonsense");

        assertThatThrownBy(() -> saves.restore(call(), host.path("no-save").toString(), null, 0))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PARSE_FAILED));
    }
}
