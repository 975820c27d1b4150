package org.innkeeper.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;

class LocalDriverProviderTest {
    private static final class Provider extends LocalDriverProvider {
        Provider() {
            super("lxc", "LXC", ErrorOrigin.NONE);
        }

        @Override
        protected Claim claimLocal(ConnectUri uri) {
            return Claim.accept();
        }

        @Override
        public DriverConnection open(
                CallContext context,
                ConnectUri uri,
                AuthenticationCallback auth,
                OpenOptions options,
                LocalServices services) {
            throw noConnection(uri, "there is none", "Boot one");
        }
    }

    private final Provider provider = new Provider();

    private Claim claim(String uri) {
        return provider.claim(ConnectUri.parse(uri));
    }

    @Test
    void takesItsOwnUrisOfThisMachine() {
        assertThat(provider.schemes()).containsExactly("lxc");
        assertThat(provider.priority()).as("before the remote one").isLessThan(1_000);
        assertThat(claim("lxc:///").accepted()).isTrue();
        assertThat(claim("qemu:///system").reason()).isEqualTo("only for lxc");
        assertThat(claim("lxc://host/").reason()).contains("LXC on this machine");
        assertThat(claim("lxc+ssh://host/").accepted()).isFalse();
        assertThat(claim("lxc+unix:///").accepted()).isFalse();
    }

    @Test
    void errorsNameTheUriAndTheRemedy() {
        ConnectUri uri = ConnectUri.parse("lxc:///x");
        InnkeeperException mistake = provider.mistake(uri, "'/x' is no path", "Use lxc:///");
        InnkeeperException absent = provider.noConnection(uri, "there is none", "Boot one");

        assertThat(mistake.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(mistake.info().message()).isEqualTo("The URI lxc:///x is wrong: '/x' is no path");
        assertThat(absent.code()).isEqualTo(ErrorCode.NO_CONNECT);
        assertThat(absent.info().remedy()).hasValue("Boot one");
        assertThat(absent.info().str2()).isEqualTo("lxc:///x");
    }
}
