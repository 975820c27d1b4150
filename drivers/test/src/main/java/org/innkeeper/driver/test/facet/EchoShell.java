package org.innkeeper.driver.test.facet;

import java.nio.charset.StandardCharsets;

/** The other end of a text console: greets, echoes what is typed, and answers a few words. */
final class EchoShell {
    private static final int LONGEST_LINE = 4_096;
    private static final char DELETE = 127;

    private final String name;
    private final StringBuilder line = new StringBuilder();

    EchoShell(String name) {
        this.name = name;
    }

    String greeting() {
        return "\r\n" + name + " console, a shell that echoes; try 'help'\r\n" + prompt();
    }

    private String prompt() {
        return name + "$ ";
    }

    /** Takes what was typed and gives what appears. */
    String type(byte[] buffer, int offset, int length) {
        String typed = new String(buffer, offset, length, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\r' || c == '\n') {
                shown.append("\r\n").append(answer(line.toString().strip())).append(prompt());
                line.setLength(0);
            } else if (c == DELETE || c == '\b') {
                if (line.length() > 0) {
                    line.setLength(line.length() - 1);
                    shown.append("\b \b");
                }
            } else if (c >= ' ' && line.length() < LONGEST_LINE) {
                line.append(c);
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private String answer(String command) {
        if (command.isEmpty()) {
            return "";
        }
        return switch (command) {
            case "help" -> "help, hostname, uname; everything else is echoed\r\n";
            case "hostname" -> name + "\r\n";
            case "uname" -> "Test\r\n";
            default -> command + "\r\n";
        };
    }
}
