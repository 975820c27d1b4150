package org.innkeeper.driver.xen.xend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a socket that answers as it is told, and keeps what it was asked. */
class XendClientTest {
    @TempDir
    Path directory;

    private ServerSocketChannel server;
    private Path socket;

    @BeforeEach
    void listen() throws IOException {
        socket = directory.resolve("xend-socket");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private XendClient client(Duration limit) {
        return new XendClient(XendAddress.unix(socket), limit);
    }

    private XendClient client() {
        return client(Duration.ofSeconds(10));
    }

    /** Answers the next request; the future holds the request. */
    private CompletableFuture<String> answer(String reply) {
        return CompletableFuture.supplyAsync(() -> {
            try (SocketChannel channel = server.accept()) {
                ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                channel.read(buffer);
                channel.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.UTF_8)));
                return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static String reply(int status, String body) {
        return "HTTP/1.1 " + status + " Text\r\nContent-length: " + body.length() + "\r\nExpires: -1\r\n\r\n" + body;
    }

    @Test
    void asksForSexprs() throws Exception {
        CompletableFuture<String> asked = answer(reply(200, "(Domain-0 demo)"));
        assertThat(client().getSexpr(CallContext.create(), "/xend/domain").toText())
                .isEqualTo("(Domain-0 demo)");
        assertThat(asked.get(10, TimeUnit.SECONDS))
                .startsWith("GET /xend/domain HTTP/1.1\r\n")
                .contains("\r\nAccept: application/sxp\r\n");
    }

    @Test
    void whatIsPostedIsEscaped() throws Exception {
        CompletableFuture<String> asked = answer(reply(202, ""));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("op", "save");
        form.put("file", "/tmp/a b&c;d=1+%");
        assertThat(client().post(CallContext.create(), "/xend/domain/g", form).status())
                .isEqualTo(202);
        assertThat(asked.get(10, TimeUnit.SECONDS)).endsWith("op=save&file=%2Ftmp%2Fa+b%26c%3Bd%3D1%2B%25");
    }

    @Test
    void anErrorWithAGoodStatusIsAnError() {
        answer(reply(202, "(xend.err 'Cannot dump core for privileged domain 0')"));
        assertThatThrownBy(() -> client().post(CallContext.create(), "/xend/domain/0", Map.of("op", "dump")))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.info().code()).isEqualTo(ErrorCode.POST_FAILED);
                    assertThat(e).hasMessageEndingWith(": Cannot dump core for privileged domain 0");
                });
    }

    @Test
    void aRefusalWithoutWordsHasItsStatus() {
        answer(reply(500, ""));
        assertThatThrownBy(() -> client().getSexpr(CallContext.create(), "/xend/domain/none"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("status 500");
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() {
        answer("HTTP/1.0 200 OK\r\n\r\n(a b)");
        assertThat(client().getSexpr(CallContext.create(), "/").toText()).isEqualTo("(a b)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200 OK\r\nContent-length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "",
            })
    void whatIsNotHttpIsRefused(String text) {
        answer(text);
        assertThatThrownBy(() -> client().get(CallContext.create(), "/"))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().code()).isEqualTo(ErrorCode.HTTP_ERROR));
    }

    /** The length is refused for itself, before anything is read. */
    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "16777217", "-1", "many"})
    void aLengthThatCannotBeIsSaid(String length) {
        answer("HTTP/1.1 200 OK\r\nContent-length: " + length + "\r\n\r\n");
        assertThatThrownBy(() -> client().get(CallContext.create(), "/"))
                .hasMessageContaining("its answer has the length '" + length + "'");
    }

    @Test
    void aXendThatDoesNotAnswerIsNotWaitedForLonger() {
        assertThatThrownBy(() -> client(Duration.ofMillis(100)).get(CallContext.create(), "/"))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT));
    }

    @Test
    void aCancelledCallEnds() {
        CallContext context = CallContext.create();
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(context::cancel);
        assertThatThrownBy(() -> client().get(context, "/")).isInstanceOf(CallCancelledException.class);
    }

    @Test
    void aSocketThatIsNotThereHasARemedy() {
        XendClient none = new XendClient(XendAddress.unix(directory.resolve("none")), Duration.ofSeconds(10));
        assertThatThrownBy(() -> none.get(CallContext.create(), "/"))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.info().code()).isEqualTo(ErrorCode.NO_CONNECT);
                    assertThat(e.info().remedy().orElseThrow()).contains("xend-unix-server");
                });
    }
}
