package org.innkeeper.driver.remote.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {
    private static final TestPki PKI = new TestPki("authority");
    private static final Supplier<char[]> NOT_ASKED = () -> {
        throw new AssertionError("a passphrase was asked for");
    };

    @TempDir
    private Path directory;

    private TestPki.Identity identity(KeyPair key) {
        return PKI.client(key, "client", TestPki.days(-1), TestPki.days(1));
    }

    @Test
    void rsaKeysOfBothFormsAreRead() {
        TestPki.Identity identity = identity(TestPki.rsa());
        Path certificate = directory.resolve("cert.pem");
        Path traditional = directory.resolve("key1.pem");
        Path pkcs8 = directory.resolve("key8.pem");
        identity.write(certificate, traditional);
        identity.writeKey(pkcs8, null);

        assertThat(traditional).content().contains("BEGIN RSA PRIVATE KEY");
        assertThat(PemFiles.privateKey(traditional, NOT_ASKED)).isEqualTo(identity.key());
        assertThat(pkcs8).content().contains("BEGIN PRIVATE KEY");
        assertThat(PemFiles.privateKey(pkcs8, NOT_ASKED)).isEqualTo(identity.key());
        assertThat(PemFiles.certificates(certificate)).containsExactly(identity.certificate());
    }

    @Test
    void keysOfEllipticCurvesAreRead() {
        TestPki.Identity identity = identity(TestPki.ec());
        Path key = directory.resolve("key.pem");
        identity.write(directory.resolve("cert.pem"), key);

        assertThat(PemFiles.belongTogether(identity.certificate(), PemFiles.privateKey(key, NOT_ASKED)))
                .isTrue();
        assertThat(PemFiles.belongTogether(identity.certificate(), TestPki.ec().getPrivate()))
                .isFalse();
    }

    @Test
    void anEncryptedKeyIsReadWithItsPassphraseWhichIsThenOverwritten() throws Exception {
        TestPki.Identity identity = identity(TestPki.rsa());
        Path key = directory.resolve("key.pem");
        identity.writeKey(
                key,
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword("secret".toCharArray())
                        .build());
        char[] word = "secret".toCharArray();

        assertThat(PemFiles.privateKey(key, () -> word)).isEqualTo(identity.key());

        assertThat(word).containsOnly('\0');
        assertThatThrownBy(() -> PemFiles.privateKey(key, "wrong"::toCharArray))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("passphrase may be wrong");
    }

    @Test
    void whatCannotBeReadIsNamed() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path missing = directory.resolve("missing.pem");

        assertThatThrownBy(() -> PemFiles.certificates(missing))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("missing.pem")
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> PemFiles.certificates(empty)).hasMessageContaining("no certificate");
        assertThatThrownBy(() -> PemFiles.privateKey(empty, NOT_ASKED)).hasMessageContaining("no private key");
    }
}
