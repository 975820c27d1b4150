package org.innkeeper.app.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;

/** The pages of a window and the buttons that lead to them. For the FX thread. */
final class HostPages {
    private final AppContext context;
    private final Consumer<Node> shown;
    private final ToggleGroup group = new ToggleGroup();
    private final HBox bar = new HBox(4);
    private final List<Node> pages = new ArrayList<>();

    /** @param shown is given the page to show */
    HostPages(AppContext context, Consumer<Node> shown) {
        this.context = context;
        this.shown = shown;
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("guest-pages");
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                // One page is always shown.
                group.selectToggle(before);
            } else {
                shown.accept((Node) now.getUserData());
            }
        });
    }

    /** Adds a page of sections that scrolls. */
    void add(String id, String textKey, String icon, Node... sections) {
        VBox box = new VBox(sections);
        box.getStyleClass().add("form-page");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        addWhole(id, textKey, icon, scroll);
    }

    /** Adds a page that fills the window; the first one is shown. */
    void addWhole(String id, String textKey, String icon, Node page) {
        ToggleButton button = new ToggleButton(context.text(textKey), Icons.action(icon));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.getStyleClass().add("page-button");
        button.setUserData(page);
        button.setToggleGroup(group);
        bar.getChildren().add(button);
        pages.add(page);
        if (pages.size() == 1) {
            group.selectToggle(button);
        }
    }

    Node bar() {
        return bar;
    }
}
