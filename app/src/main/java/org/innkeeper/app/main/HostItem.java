package org.innkeeper.app.main;

import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.Tips;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.icons.Marks;
import org.kordamp.ikonli.javafx.FontIcon;

/** One host of the sidebar: how it is connected, its name, how many guests, how busy it is. */
final class HostItem extends VBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private final Texts texts;
    private final FontIcon dot = Icons.action("mdi2c-circle", 12);
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label note = new Label();
    private final Meter cpu;
    private final Meter memory;
    private final HBox meters;
    private final Tooltip tip = Tips.make();
    private String shown = "";

    HostItem(Texts texts, HostSnapshot host) {
        this.texts = texts;
        cpu = new Meter(texts.get("main.host.cpu"), "cpu");
        memory = new Meter(texts.get("main.host.memory"), "memory");
        meters = new HBox(12, cpu, memory);
        meters.getStyleClass().add("meters");
        HBox.setHgrow(cpu, Priority.ALWAYS);
        HBox.setHgrow(memory, Priority.ALWAYS);
        getStyleClass().addAll("scope-item", "host-item");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setId("host-" + host.id().value());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.getStyleClass().add("scope-name");
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("scope-count");
        note.getStyleClass().add("host-note");
        HBox title = new HBox(8, dot, Icons.mark(Marks.ofHypervisor(host.uri()), 16), name, count);
        title.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, meters, note);
        Tooltip.install(this, tip);
        show(host, Instant.now());
    }

    /** Shows the newest of the host. */
    void show(HostSnapshot host, Instant now) {
        set(name, host.label());
        set(
                count,
                host.guests().isEmpty() && host.asOf() == null
                        ? ""
                        : Integer.toString(host.guests().size()));
        String mark = mark(host);
        if (!mark.equals(shown)) {
            shown = mark;
            dot.setIconLiteral(mark);
            dot.getStyleClass().removeIf(style -> style.startsWith("state-"));
            dot.getStyleClass().add("state-" + colour(host));
        }
        pseudoClassStateChanged(AWAY, !host.connected());
        boolean connected = host.connected();
        meters.setVisible(connected);
        meters.setManaged(connected);
        note.setVisible(!connected);
        note.setManaged(!connected);
        if (connected) {
            cpu.show(host.load().cpu());
            memory.show(host.load().memory());
        } else {
            set(note, note(host, now));
        }
        String about = host.problem() == null ? host.uri() : host.uri() + '\n' + ProblemText.sentence(host.problem());
        if (!about.equals(tip.getText())) {
            tip.setText(about);
        }
        setAccessibleText(texts.get(
                "main.host.accessible", host.label(), state(host), host.guests().size()));
    }

    /** A host that is away against its will is a problem, whether or not it is tried again. */
    private static String mark(HostSnapshot host) {
        return switch (host.state()) {
            case CONNECTED -> "mdi2c-circle";
            case CONNECTING -> "mdi2d-dots-circle";
            case LOST -> "mdi2a-alert";
            case DISCONNECTED -> host.problem() == null ? "mdi2c-circle-outline" : "mdi2a-alert";
        };
    }

    private static String colour(HostSnapshot host) {
        return switch (host.state()) {
            case CONNECTED -> "connected";
            case CONNECTING -> "connecting";
            case LOST -> "lost";
            case DISCONNECTED -> host.problem() == null ? "disconnected" : "lost";
        };
    }

    private String state(HostSnapshot host) {
        return texts.get("main.host.state." + host.state().name());
    }

    private String note(HostSnapshot host, Instant now) {
        return host.asOf() == null || host.state() == ConnectionState.CONNECTING
                ? state(host)
                : texts.get("main.host.age", state(host), Quantities.span(Duration.between(host.asOf(), now)));
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }
}
