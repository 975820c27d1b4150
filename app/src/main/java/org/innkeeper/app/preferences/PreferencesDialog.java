package org.innkeeper.app.preferences;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.app.session.PollingSettings.Group;
import org.innkeeper.app.settings.Preferences;

/** What the user can choose; each choice takes effect at once. For the FX thread. */
public final class PreferencesDialog {
    private static final List<Long> INTERVALS = List.of(500L, 1000L, 2000L, 3000L, 5000L, 10_000L, 30_000L);
    private static final List<String> QUESTIONS = List.of("FORCE_OFF", "FORCE_RESET", "REMOVE_HOST");

    private final AppContext context;
    private final Preferences preferences;
    private final Runnable themeChanged;
    private final TaskDialog dialog;
    private final ComboBox<Preferences.Theme> theme = new ComboBox<>();
    private final ComboBox<Long> interval = new ComboBox<>();
    private final Map<Group, CheckBox> groups = new EnumMap<>(Group.class);
    private final Map<String, CheckBox> questions = new java.util.LinkedHashMap<>();
    private boolean showing;

    /** @param themeChanged is called after another theme was chosen */
    public PreferencesDialog(AppContext context, Runnable themeChanged) {
        this.context = context;
        this.themeChanged = themeChanged;
        preferences = new Preferences(context.settings());
        dialog = new TaskDialog(context, "preferences-dialog", context.text("preferences.title"));
        dialog.content(look(), polling(), confirmations()).closeOnly();
        dialog.aside(context.text("preferences.reset"), this::reset).setId("reset");
        if (context.settings().isReadOnly()) {
            dialog.note(context.text("preferences.notKept"));
        }
        showValues();
    }

    private Node section(String title, Node content) {
        Label heading = new Label(context.text("preferences." + title));
        heading.getStyleClass().add("section-title");
        VBox box = new VBox(8, heading, content);
        box.getStyleClass().add("form-section");
        return box;
    }

    private Node look() {
        theme.getItems().setAll(Preferences.Theme.values());
        theme.setConverter(new Choice<>(value -> context.text("preferences.theme." + value)));
        theme.setId("theme");
        theme.setOnAction(event -> {
            if (!showing) {
                preferences.setTheme(theme.getValue());
                themeChanged.run();
            }
        });
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("preferences.theme"), theme, null);
        return section("look", grid);
    }

    private Node polling() {
        interval.getItems().setAll(INTERVALS);
        interval.setConverter(new Choice<>(millis -> millis < 1000
                ? context.text("preferences.halfSecond")
                : context.texts().count("preferences.seconds", millis / 1000)));
        interval.setId("interval");
        interval.setOnAction(event -> applyPolling());
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("preferences.interval"), interval, context.text("preferences.interval.help"));
        VBox ticks = new VBox(6);
        for (Group group : Group.values()) {
            CheckBox tick = tick("preferences.group." + group);
            tick.setId("group-" + group);
            tick.setOnAction(event -> applyPolling());
            groups.put(group, tick);
            ticks.getChildren().add(tick);
        }
        grid.row(context.text("preferences.statistics"), ticks, context.text("preferences.statistics.help"));
        return section("polling", grid);
    }

    private Node confirmations() {
        VBox ticks = new VBox(6);
        for (String question : QUESTIONS) {
            CheckBox tick = tick("preferences.ask." + question);
            tick.setId("ask-" + question);
            tick.setOnAction(event -> preferences.setAsks(question, tick.isSelected()));
            questions.put(question, tick);
            ticks.getChildren().add(tick);
        }
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("preferences.ask"), ticks, null);
        return section("confirmations", grid);
    }

    private CheckBox tick(String key) {
        CheckBox tick = new CheckBox(context.text(key));
        tick.setMnemonicParsing(true);
        return tick;
    }

    private void applyPolling() {
        if (showing) {
            return;
        }
        Set<Group> chosen = EnumSet.noneOf(Group.class);
        groups.forEach((group, tick) -> {
            if (tick.isSelected()) {
                chosen.add(group);
            }
        });
        PollingSettings settings = new PollingSettings(Duration.ofMillis(interval.getValue()), chosen);
        preferences.setPolling(settings);
        context.fleet().setPolling(settings);
    }

    private void reset() {
        preferences.setTheme(Preferences.Theme.SYSTEM);
        preferences.setPolling(PollingSettings.standard());
        QUESTIONS.forEach(question -> preferences.setAsks(question, true));
        context.fleet().setPolling(PollingSettings.standard());
        themeChanged.run();
        showValues();
    }

    private void showValues() {
        showing = true;
        theme.setValue(preferences.theme());
        long millis = preferences.polling().interval().toMillis();
        if (!interval.getItems().contains(millis)) {
            interval.getItems().add(millis);
        }
        interval.setValue(millis);
        groups.forEach(
                (group, tick) -> tick.setSelected(preferences.polling().groups().contains(group)));
        questions.forEach((question, tick) -> tick.setSelected(preferences.asks(question)));
        showing = false;
    }

    public TaskDialog dialog() {
        return dialog;
    }

    public void show() {
        dialog.showModal();
    }
}
