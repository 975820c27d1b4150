package org.innkeeper.app.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The hosts virt-manager has saved, as its settings tell. */
public final class VirtManagerConnections {
    private static final System.Logger LOG = System.getLogger(VirtManagerConnections.class.getName());
    private static final List<String> COMMAND =
            List.of("gsettings", "get", "org.virt-manager.virt-manager.connections", "uris");
    private static final int PATIENCE_SECONDS = 5;

    private final Supplier<String> settings;

    /** Asks the settings of this user. */
    public VirtManagerConnections() {
        this(VirtManagerConnections::ask);
    }

    /** @param settings the list of URIs as text; empty where there is none */
    VirtManagerConnections(Supplier<String> settings) {
        this.settings = settings;
    }

    /** The URIs, in virt-manager's order; none where it is not installed. Waits for a program: not for the FX thread. */
    public List<String> uris() {
        return parse(settings.get());
    }

    private static String ask() {
        try {
            Process process = new ProcessBuilder(COMMAND)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? text : "";
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no settings of virt-manager: {0}", e.getMessage());
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Reads the text form of a list of strings: {@code ['a', "it's"]}, or {@code @as []}. */
    static List<String> parse(String text) {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char quote = text.charAt(i);
            if (quote == '\'' || quote == '"') {
                StringBuilder string = new StringBuilder();
                for (i++; i < text.length() && text.charAt(i) != quote; i++) {
                    if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                        i++;
                    }
                    string.append(text.charAt(i));
                }
                strings.add(string.toString());
            }
        }
        return List.copyOf(strings);
    }
}
