package org.innkeeper.driver.test.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EchoShellTest {
    private final EchoShell shell = new EchoShell("guest");

    private String type(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return shell.type(bytes, 0, bytes.length);
    }

    @Test
    void greetsWithItsName() {
        assertThat(shell.greeting()).contains("guest console").endsWith("guest$ ");
    }

    @Test
    void echoesWhatIsTypedAndThenTheLine() {
        assertThat(type("hel")).isEqualTo("hel");
        assertThat(type("lo\r")).isEqualTo("lo\r\nhello\r\nguest$ ");
    }

    @Test
    void knowsAFewWords() {
        assertThat(type("hostname\r")).contains("\r\nguest\r\n");
        assertThat(type("\r")).isEqualTo("\r\nguest$ ");
    }

    @Test
    void deletesWhatWasTypedButNotThePrompt() {
        assertThat(type("ab\u007f\u007f\u007f")).isEqualTo("ab\b \b\b \b");
        assertThat(type("x\r")).contains("\r\nx\r\n");
    }
}
