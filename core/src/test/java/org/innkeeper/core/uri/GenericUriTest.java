package org.innkeeper.core.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericUriTest {
    @Test
    void splitsAllParts() {
        assertThat(GenericUri.parse("test+tcp://us%40er@ex_ample.com:123/a%20b?name=v%2Fw&x#fr%20ag"))
                .isEqualTo(new GenericUri(
                        "test+tcp",
                        "us@er",
                        "ex_ample.com",
                        123,
                        "/a b",
                        "name=v%2Fw&x",
                        "fr ag",
                        List.of(new UriParameter("name", "v/w"), new UriParameter("x", ""))));
    }

    /** What libvirt 9.0.0 makes of these, query rebuilt from its parameters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "test://example.com/?foo=one;bar=two test://example.com/?foo=one&bar=two",
                "test://example.com/?foo=one;bar=two&x=3 test://example.com/?foo=one%3Bbar%3Dtwo&x=3",
                "test://example.com/?foo=one&&bar=two test://example.com/?foo=one&bar=two",
                "test://example.com/?f=%26one%2ftwo-_.~!*()x@:/?,$+ "
                        + "test://example.com/?f=%26one%2Ftwo-_.~%21%2A%28%29x%40%3A%2F%3F%2C%24%2B",
                "test://example.com/?foo=a+b%20c%C3%A9 test://example.com/?foo=a%2Bb%20c%C3%A9",
                "test://example.com/?foo=a=b test://example.com/?foo=a%3Db",
                "test://example.com/? test://example.com/",
                "test://host/x?q?r/s test://host/x?q?r/s=",
                "test://@host/x test://host/x",
                "test://host/#]b test://host/#]b",
                "lxc:// lxc://",
                "lxc:/// lxc:///",
                "lxc: lxc://",
                "qemu:/system qemu:///system",
                "test://us%40er@h%2dst/pa%20th%2fx?x=1#fr%20ag test://us%40er@h-st/pa%20th/x?x=1#fr%20ag",
                "test://host:0/ test://host/",
                "test://:123/x test:///x",
                "test://u@/x test://u@/x",
                "TEST+Foo://HOST/x TEST+Foo://HOST/x",
                "test://host/a;b,c=d+e$f&g@h:i!j*k(l)m~n test://host/a;b,c=d+e$f&g@h%3Ai!j*k(l)m~n",
                "test://host//a/../b test://host//a/../b",
                "test://host?x=1 test://host?x=1",
                "test://host#f test://host#f",
                "test://u;x=&+$,!~@host/x test://u;x=&+$,!~@host/x",
                "test://[1:2]:3 test://[1:2]:3"
            })
    void formats(String uri, String formatted) {
        assertThat(GenericUri.parse(uri).format()).isEqualTo(formatted);
    }

    @Test
    void escapesNamesOfParametersToo() {
        GenericUri uri = GenericUri.parse("test:///?b%26ar=1");
        assertThat(uri.parameters()).containsExactly(new UriParameter("b&ar", "1"));
        assertThat(GenericUri.parse(uri.format()).parameters()).isEqualTo(uri.parameters());
    }

    @Test
    void leavesNamelessParametersOut() {
        assertThat(GenericUri.parse("test:///?=bogus&foo=one&=").parameters())
                .containsExactly(new UriParameter("foo", "one"));
    }

    @Test
    void keepsTheScopeOfAnIpv6Address() {
        GenericUri uri = GenericUri.parse("test://[fe80::1%25eth0]:12/x");
        assertThat(uri.server()).isEqualTo("fe80::1%eth0");
        assertThat(uri.isIpv6()).isTrue();
        assertThat(GenericUri.parse(uri.format())).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "test://1.2.3.4/,true",
        "test://1.2.3/,true",
        "test://a1.2/,false",
        "test:///,false",
        "test://[::1]/,false"
    })
    void tellsIpv4(String uri, boolean expected) {
        assertThat(GenericUri.parse(uri).isIpv4()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "`` => 0 => begins with a scheme",
                "1st://host/x => 0 => begins with a scheme",
                "te_st://host/x => 2 => '_' cannot be part",
                "test => 4 => ':' is missing",
                "test://ex ample/ => 9 => ' ' must be escaped as %20",
                "test://host/é => 12 => 'é' must be escaped as %C3%A9",
                "test://host/x?x=%zz => 16 => two hexadecimal digits",
                "test://host/x?x=%4 => 16 => two hexadecimal digits",
                "test://host/%00 => 12 => %00",
                "test://host/%ff => 11 => not UTF-8",
                "test://host:/x => 12 => port number is missing",
                "test://host:12a/x => 14 => 'a' is no digit",
                "test://host:99999999999/x => 12 => too large",
                "test://::1/x => 8 => must stand in brackets",
                "test://[::1/x => 7 => ']' is missing",
                "test://[::1]x/x => 12 => 'x' cannot follow",
                "test://[foo]/x => 7 => no IPv6 address",
                "test://a@b@c/x => 10 => '@' cannot stand",
                "test://host/x?y[0]=1 => 15 => '[' must be escaped as %5B",
                "test://host/x?a|b => 15 => must be escaped as %7C"
            })
    void namesMistakeAndPosition(String uri, int position, String what) {
        InnkeeperException error = failure(uri);
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error.info().origin()).isEqualTo(ErrorOrigin.URI);
        assertThat(error.getMessage()).contains(what).contains("position " + position);
        assertThat(error.info().int1()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu://u:geheim@h:x/", "qemu://u:geheim@h ost/"})
    void neverRepeatsAPassword(String uri) {
        assertThat(failure(uri).getMessage()).doesNotContain("geheim").contains("u:***@");
    }

    @Test
    void refusesPartsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UriParameter("", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenericUri("test", null, null, -1, null, null, null, List.of()));
    }

    private static InnkeeperException failure(String uri) {
        try {
            throw new AssertionError("accepted: " + GenericUri.parse(uri));
        } catch (InnkeeperException e) {
            return e;
        }
    }
}
