package org.innkeeper.app.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.innkeeper.app.session.SavedHosts;

/** The hosts virt-manager has saved, as its settings tell. */
public final class VirtManagerConnections implements SavedHosts {
    private static final System.Logger LOG = System.getLogger(VirtManagerConnections.class.getName());
    private static final List<String> COMMAND =
            List.of("gsettings", "get", "org.virt-manager.virt-manager.connections", "uris");
    private static final int PATIENCE_SECONDS = 5;

    private final Supplier<String> settings;

    /** Asks the settings of this user. */
    public VirtManagerConnections() {
        this(Map.of());
    }

    /** @param environment variables that differ from those of this program */
    VirtManagerConnections(Map<String, String> environment) {
        this(() -> ask(environment));
    }

    /** @param settings the list of URIs as text; empty where there is none */
    VirtManagerConnections(Supplier<String> settings) {
        this.settings = settings;
    }

    @Override
    public CompletionStage<List<String>> uris() {
        return CompletableFuture.supplyAsync(() -> parse(settings.get()), VirtManagerConnections::inBackground);
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "virt-manager");
        thread.setDaemon(true);
        thread.start();
    }

    private static String ask(Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(COMMAND).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process process = builder.start();
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text : "";
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
