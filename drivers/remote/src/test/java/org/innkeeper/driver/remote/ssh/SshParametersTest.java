package org.innkeeper.driver.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshParametersTest {
    private static final Path SOCKET = Path.of("/run/a 'socket'");

    /** What a real shell makes of it is the text again, whatever it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "two words", "it's", "$(reboot)", "`id`", "a\nb", "\\", "'", "''", "*", "-n", "ü"})
    void theShellReadsAQuotedTextAsOneWord(String text) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf '[%s]' " + ShellQuote.quote(text)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("[" + text + "]");
    }

    @Test
    void aNulCannotBeQuoted() {
        assertThatThrownBy(() -> ShellQuote.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHelperIsPreferredAndNetcatIsTheOther() {
        String command = FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system"), SOCKET, true);

        assertThat(command).startsWith("sh -c ").contains("virt-ssh-helper -r").contains("-U");
    }

    @Test
    void theHelperIsToldWhichKindOfDaemonIsMeant() {
        assertThat(FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system?mode=direct"), SOCKET, false))
                .contains("qemu:///system?mode=direct");
        assertThat(FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system?mode=legacy&x=1"), SOCKET, false))
                .contains("qemu:///system?x=1&mode=legacy");
        assertThat(FarCommand.of(ConnectUri.parse("remote+ssh://lab/?mode=legacy"), SOCKET, false))
                .contains("remote:///?mode=legacy");
    }

    @Test
    void aSocketInTheUriMeansNetcat() {
        String command =
                FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system?socket=/s&netcat=/opt/nc"), SOCKET, false);

        assertThat(command).contains("/opt/nc").doesNotContain("virt-ssh-helper");
    }

    @Test
    void theUriChoosesTheProgram() {
        assertThat(FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system?proxy=native"), SOCKET, false))
                .contains("virt-ssh-helper")
                .doesNotContain("-U");
        assertThat(FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system?proxy=netcat"), SOCKET, false))
                .doesNotContain("virt-ssh-helper");
        assertThatThrownBy(() -> FarCommand.of(ConnectUri.parse("qemu+ssh://lab/system?proxy=x"), SOCKET, false))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("proxy=x");
    }

    @Test
    void anExternalProgramGetsWhatTheUriSays() {
        List<String> command = FarCommand.externalSsh(
                ConnectUri.parse("qemu+ssh://me@lab:2222/system?keyfile=/k&no_tty=1&no_verify=1"),
                "/opt/ssh",
                SOCKET,
                false);

        assertThat(command.subList(0, command.size() - 1))
                .containsExactly(
                        "/opt/ssh",
                        "-p",
                        "2222",
                        "-l",
                        "me",
                        "-i",
                        "/k",
                        "-T",
                        "-e",
                        "none",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "--",
                        "lab");
    }

    @Test
    void theTargetIsWhatTheUriSays() {
        SshTarget target = SshTarget.of(
                ConnectUri.parse(
                        "qemu+ssh://me@lab:2222/system?keyfile=/k&known_hosts=/h&known_hosts_verify=auto&sshauth=agent,password"));

        assertThat(target.host()).isEqualTo("lab");
        assertThat(target.port()).isEqualTo(2222);
        assertThat(target.user()).isEqualTo("me");
        assertThat(target.keyFile()).isEqualTo(Path.of("/k"));
        assertThat(target.knownHosts()).isEqualTo(Path.of("/h"));
        assertThat(target.unknownKeys()).isEqualTo(KnownHosts.Unknown.ACCEPT);
        assertThat(target.methods()).isEqualTo("publickey,password");
    }

    @Test
    void aJumpHostIsReadInAllItsForms() {
        SshTarget target = SshTarget.of(ConnectUri.parse("qemu+ssh://lab/system"));

        assertThat(target.jump("gate").host()).isEqualTo("gate");
        assertThat(target.jump("me@gate:2200").port()).isEqualTo(2200);
        assertThat(target.jump("me@gate:2200").user()).isEqualTo("me");
        assertThat(target.jump("[2001:db8::1]:22").host()).isEqualTo("2001:db8::1");
        assertThat(target.jump("2001:db8::1").host()).isEqualTo("2001:db8::1");
    }

    @Test
    void settingsThatAreIncludedCountAndMatchBlocksDoNot(@TempDir Path directory) throws Exception {
        Files.createDirectory(directory.resolve("conf.d"));
        Files.writeString(directory.resolve("conf.d/a.conf"), "Host lab\n  HostName 192.0.2.9\n  ProxyJump gate\n");
        Files.writeString(
                directory.resolve("config"),
                "Include conf.d/*.conf\nMatch host lab\n  ProxyJump evil\nHost gate\n  User keeper\n");

        SshSettings settings = SshSettings.read(directory);

        assertThat(settings.repository().getConfig("lab").getHostname()).isEqualTo("192.0.2.9");
        assertThat(settings.value("lab", "ProxyJump")).isEqualTo("gate");
        assertThat(settings.repository().getConfig("gate").getUser()).isEqualTo("keeper");
    }

    @Test
    void blocksForTheSameHostsCountTogether(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("more"), "Host *\n  ProxyJump gate\n  User late\n");
        Files.writeString(directory.resolve("config"), "Host *\n  User keeper\nHost lab\n  Port 23\nInclude more\n");

        SshSettings settings = SshSettings.read(directory);

        assertThat(settings.repository().getConfig("lab").getPort()).isEqualTo(23);
        assertThat(settings.repository().getConfig("lab").getUser()).isEqualTo("keeper");
        assertThat(settings.value("lab", "ProxyJump")).isEqualTo("gate");
    }

    @Test
    void settingsThatIncludeThemselvesEnd(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("config"), "Include config\n");

        assertThatThrownBy(() -> SshSettings.read(directory))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("include each other");
    }
}
