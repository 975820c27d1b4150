package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;
import org.innkeeper.core.spi.DriverConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    private final Hosts hosts = new Hosts();
    private final List<CredentialType> asked = new ArrayList<>();
    private final List<char[]> answers = new ArrayList<>();

    @TempDir
    private Path folder;

    private String uri;

    @BeforeEach
    void writeHost() throws IOException {
        Path file = folder.resolve("host.xml");
        Files.writeString(file, "<node><auth><user password='123456'>bill</user><user>guest</user></auth></node>");
        uri = "test://" + file;
    }

    private AuthenticationCallback answering(String user, String password) {
        return request -> {
            Credential credential = request.credentials().get(0);
            asked.add(credential.type());
            char[] answer = (credential.type() == CredentialType.USERNAME ? user : password).toCharArray();
            answers.add(answer);
            return Optional.of(List.of(answer));
        };
    }

    @Test
    void rightPasswordOpens() {
        try (DriverConnection connection = hosts.open(uri, answering("bill", "123456"))) {
            assertThat(connection.isAlive()).isTrue();
        }
        assertThat(asked).containsExactly(CredentialType.USERNAME, CredentialType.PASSPHRASE);
    }

    @Test
    void answersAreOverwritten() {
        try (DriverConnection connection = hosts.open(uri, answering("bill", "123456"))) {
            assertThat(connection.isAlive()).isTrue();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).containsOnly('\0'));
    }

    @Test
    void userWithoutPasswordIsNotAskedForOne() {
        try (DriverConnection connection = hosts.open(uri, answering("guest", ""))) {
            assertThat(connection.isAlive()).isTrue();
        }
        assertThat(asked).containsExactly(CredentialType.USERNAME);
    }

    @Test
    void wrongPasswordAndUnknownUserAreRefusedAlike() {
        assertRefused(answering("bill", "wrong"), ErrorCode.AUTH_FAILED);
        assertRefused(answering("nobody", "123456"), ErrorCode.AUTH_FAILED);
        assertThat(asked)
                .containsExactly(
                        CredentialType.USERNAME,
                        CredentialType.PASSPHRASE,
                        CredentialType.USERNAME,
                        CredentialType.PASSPHRASE);
    }

    @Test
    void cancellingTheQuestionIsNotAWrongPassword() {
        assertRefused(AuthenticationCallback.NOBODY, ErrorCode.AUTH_CANCELLED);
    }

    private void assertRefused(AuthenticationCallback auth, ErrorCode code) {
        assertThatThrownBy(() -> hosts.open(uri, auth))
                .isInstanceOf(AuthenticationException.class)
                .satisfies(e -> assertThat(((AuthenticationException) e).code()).isEqualTo(code))
                .hasMessageNotContaining("123456");
    }
}
