package org.innkeeper.app.form.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.form.BootEntry;
import org.innkeeper.app.i18n.Texts;

/** The devices to boot from: a tick for each, and buttons to move it up and down. For the FX thread. */
final class BootOrderEditor extends VBox {
    private final Texts texts;
    private final Function<BootEntry, String> names;
    private final Consumer<List<BootEntry>> changed;
    private List<BootEntry> shown;

    BootOrderEditor(Texts texts, Function<BootEntry, String> names, Consumer<List<BootEntry>> changed) {
        this.texts = texts;
        this.names = names;
        this.changed = changed;
        getStyleClass().add("boot-order");
    }

    void show(List<BootEntry> order) {
        if (order.equals(shown)) {
            return;
        }
        shown = order;
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            lines.add(line(i));
        }
        if (lines.isEmpty()) {
            Label none = new Label(texts.get("form.boot.noDevice"));
            none.getStyleClass().add("quiet");
            lines.add(none);
        }
        getChildren().setAll(lines);
    }

    private Node line(int index) {
        BootEntry entry = shown.get(index);
        CheckBox tick = new CheckBox(names.apply(entry));
        tick.setSelected(entry.enabled());
        tick.setGraphic(Icons.action(icon(entry.kind()), 16));
        tick.setOnAction(event -> {
            List<BootEntry> next = new ArrayList<>(shown);
            next.set(index, entry.withEnabled(tick.isSelected()));
            changed.accept(List.copyOf(next));
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, tick, gap, mover(index, -1), mover(index, 1));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("boot-line");
        return line;
    }

    private Button mover(int index, int by) {
        Button button = new Button(null, Icons.action(by < 0 ? "mdi2a-arrow-up" : "mdi2a-arrow-down", 16));
        button.setAccessibleText(texts.get(by < 0 ? "form.boot.up" : "form.boot.down", names.apply(shown.get(index))));
        button.getStyleClass().addAll("flat", "step-button");
        button.setId("boot-" + (by < 0 ? "up-" : "down-") + index);
        button.setDisable(index + by < 0 || index + by >= shown.size());
        button.setOnAction(event -> {
            List<BootEntry> next = new ArrayList<>(shown);
            Collections.swap(next, index, index + by);
            changed.accept(List.copyOf(next));
        });
        return button;
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "cdrom" -> "mdi2d-disc";
            case "floppy" -> "mdi2f-floppy";
            case "interface" -> "mdi2e-ethernet";
            case "hostdev" -> "mdi2e-expansion-card";
            default -> "mdi2h-harddisk";
        };
    }
}
