package org.innkeeper.app.main;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.innkeeper.app.action.ActionButton;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;

/** The actions that are used most, with labels, and the search field. */
final class MainToolBar extends HBox {
    private final ActionItems items;
    private final CustomTextField search = new CustomTextField();
    private final ActionButton pause;
    private final ActionButton resume;

    MainToolBar(ActionItems items, Texts texts, MenuButton menu) {
        this.items = items;
        getStyleClass().add("main-toolbar");
        ActionButton create = items.button(AppAction.NEW_GUEST);
        create.button().getStyleClass().add("accent");
        pause = items.button(AppAction.PAUSE);
        resume = items.button(AppAction.RESUME);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        installSearch(texts);
        getChildren()
                .addAll(
                        create,
                        line(),
                        items.button(AppAction.RUN),
                        pause,
                        resume,
                        shutDown(texts),
                        line(),
                        items.button(AppAction.OPEN),
                        gap,
                        search,
                        menu);
        showPauseOrResume();
    }

    /** One button of two: what is behind the arrow may work where asking the guest cannot. */
    private Node shutDown(Texts texts) {
        ActionButton ask = items.button(AppAction.SHUT_DOWN);
        ask.button().getStyleClass().add(Styles.LEFT_PILL);
        MenuButton others = new MenuButton(
                null,
                null,
                items.item(AppAction.REBOOT),
                items.item(AppAction.FORCE_RESET),
                items.item(AppAction.FORCE_OFF));
        others.setId("other-ends");
        others.setAccessibleText(texts.get("main.otherEnds"));
        others.getStyleClass().addAll(Styles.RIGHT_PILL, "arrow-only");
        others.setMaxHeight(Double.MAX_VALUE);
        HBox both = new HBox(ask, others);
        both.setMaxHeight(USE_PREF_SIZE);
        return both;
    }

    private static Node line() {
        return new Separator(Orientation.VERTICAL);
    }

    private void installSearch(Texts texts) {
        search.setId("search");
        search.setPromptText(texts.get("main.search.prompt"));
        search.setAccessibleText(texts.get("main.search.accessible"));
        search.setLeft(Icons.action("mdi2m-magnify"));
        Label clear = new Label(null, Icons.action("mdi2c-close-circle", 16));
        clear.getStyleClass().add("clear");
        clear.setOnMouseClicked(event -> search.clear());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.setRight(clear);
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
    }

    CustomTextField search() {
        return search;
    }

    /** Pause and Resume share one place: only one of them can work for a single guest. */
    void showPauseOrResume() {
        boolean showResume = items.enabled(AppAction.RESUME) && !items.enabled(AppAction.PAUSE);
        resume.setShown(showResume);
        pause.setShown(!showResume);
    }
}
