package org.innkeeper.app.delete;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.GuestKey;

/** The disks of guests that are to be deleted, each with a tick and what speaks against it. For the FX thread. */
final class DiskList extends VBox {
    private final Texts texts;
    private final Map<CheckBox, DiskChoice> ticks = new LinkedHashMap<>();

    DiskList(Texts texts) {
        this.texts = texts;
        getStyleClass().add("disk-list");
        getChildren().add(quiet(texts.get("delete.reading")));
    }

    /** @param usersKnown whether other guests were asked; until then nothing can be ticked */
    void show(List<DiskChoice> choices, boolean usersKnown) {
        ticks.clear();
        getChildren().setAll(choices.stream().map(this::line).toList());
        ticks.keySet().forEach(tick -> tick.setDisable(!usersKnown));
        if (choices.isEmpty()) {
            getChildren().add(quiet(texts.get("delete.noDisk")));
        }
    }

    private Node line(DiskChoice choice) {
        CheckBox tick = new CheckBox(choice.disk().path());
        tick.setMnemonicParsing(false);
        tick.setId("disk-" + choice.disk().target());
        ticks.put(tick, choice);
        String size = choice.size() < 0 ? "" : " · " + Quantities.bytes(choice.size());
        Label facts = quiet(
                texts.get("delete.disk", choice.guest().name(), choice.disk().target()) + size);
        facts.getStyleClass().add("choice-help");
        VBox words = new VBox(2, tick, facts);
        String reason = choice.reasonToKeep();
        if (reason != null) {
            Label why = quiet(texts.get(reason, String.join(", ", choice.usedBy())));
            why.getStyleClass().addAll("choice-help", "keep-reason");
            words.getChildren().add(why);
        }
        return words;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    /** The paths that were ticked, by the guest they belong to. */
    Map<GuestKey, Set<String>> ticked() {
        Map<GuestKey, Set<String>> chosen = new HashMap<>();
        ticks.forEach((tick, choice) -> {
            if (tick.isSelected()) {
                chosen.computeIfAbsent(choice.guest().key(), key -> new HashSet<>())
                        .add(choice.disk().path());
            }
        });
        return chosen;
    }
}
