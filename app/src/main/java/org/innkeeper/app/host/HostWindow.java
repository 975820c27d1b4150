package org.innkeeper.app.host;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.chart.ChartGroup;
import org.innkeeper.app.chart.ChartLine;
import org.innkeeper.app.chart.ChartUnit;
import org.innkeeper.app.chart.RangeButtons;
import org.innkeeper.app.chart.TimeAxis;
import org.innkeeper.app.chart.TimeChart;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.ProgramIcons;
import org.innkeeper.app.control.WindowPlace;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.settings.WindowStates;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;
import org.innkeeper.app.xmlview.XmlEditor;

/** The window of one host: what it is, how busy it is, and its capabilities document. For the FX thread. */
public final class HostWindow {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;
    private static final double CHART = 130;

    private final AppContext context;
    private final HostSession session;
    private final Stage stage = new Stage();
    private final Palette palette = new Palette();
    private final ChartGroup group;
    private final TimeChart memory;
    private final HostFacts facts;
    private final Label name = new Label();
    private final Label line = new Label();
    private final Callout trouble = new Callout(Callout.Kind.WARNING, null);
    private final XmlEditor capabilities;
    private final BorderPane root = new BorderPane();
    private final ChangeListener<FleetSnapshot> listener = (property, before, fleet) -> show(fleet);
    private boolean asked;

    /** Builds it; nothing is shown yet. */
    public HostWindow(AppContext context, HostSession session) {
        this.context = context;
        this.session = session;
        facts = new HostFacts(context.texts());
        TimeAxis axis = new TimeAxis(palette, context.texts());
        group = new ChartGroup(session.samples()::readTimes, axis);
        TimeChart cpu = chart("cpu", ChartUnit.SHARE, Token.CPU, Metric.CPU);
        memory = chart("memory", ChartUnit.KIBIBYTES, Token.MEMORY, Metric.MEMORY);
        capabilities = new XmlEditor(context.text("hostwindow.capabilities"));
        capabilities.setEditable(false);
        VBox charts = new VBox(new RangeButtons(group, context.texts()), cpu, memory, axis, palette);
        charts.getStyleClass().add("charts");
        VBox page = new VBox(facts, charts);
        page.getStyleClass().add("form-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        ToggleButton xml = new ToggleButton(context.text("hostwindow.capabilities"), Icons.action("mdi2c-code-tags"));
        xml.setId("show-capabilities");
        xml.setMnemonicParsing(true);
        xml.setOnAction(event -> root.setCenter(xml.isSelected() ? capabilities : scroll));
        root.setId("host-window");
        root.setTop(new VBox(header(xml), trouble));
        root.setCenter(scroll);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        context.appearance().dress(scene);
        scene.getStylesheets().addAll("/org/innkeeper/app/control/controls.css", "/org/innkeeper/app/guest/guest.css");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KeyCombination.valueOf(AppAction.CLOSE_WINDOW.shortcut()).match(event)) {
                stage.hide();
            }
        });
        stage.setScene(scene);
        ProgramIcons.dress(stage);
        WindowPlace.keep(stage, new WindowStates(context.settings()), "host", WIDTH, HEIGHT);
        context.model().snapshotProperty().addListener(listener);
        stage.showingProperty().addListener((property, before, showing) -> {
            if (!showing) {
                context.model().snapshotProperty().removeListener(listener);
            }
        });
        show(context.fleet().snapshot());
    }

    private HBox header(ToggleButton xml) {
        name.getStyleClass().add("guest-name");
        line.getStyleClass().add("quiet");
        VBox words = new VBox(2, name, line);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        xml.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(12, Icons.action("mdi2s-server", 28), words, xml);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("guest-header");
        return header;
    }

    private TimeChart chart(String title, ChartUnit unit, Token colour, Metric metric) {
        ChartLine only = new ChartLine("", colour, into -> session.samples().readHost(metric, into));
        TimeChart chart =
                new TimeChart(group, context.text("hostwindow." + title), unit, List.of(only), palette, CHART);
        chart.setReason(context.text("hostwindow.noSamples"));
        return chart;
    }

    private void show(FleetSnapshot fleet) {
        Optional<HostSnapshot> found = fleet.host(session.id());
        if (found.isEmpty()) {
            stage.hide();
            return;
        }
        HostSnapshot host = found.get();
        stage.setTitle(context.text("hostwindow.title", host.label()));
        name.setText(host.label());
        line.setText(host.uri() + " · " + context.text("main.host.state." + host.state()));
        memory.setLimit(host.load().memoryTotalKiB() > 0 ? host.load().memoryTotalKiB() : Double.NaN);
        facts.show(host);
        if (host.connected() && !asked) {
            asked = true;
            session.hostDetails().whenCompleteAsync(this::showDetails, FxThread.executor());
        }
        group.refresh();
    }

    private void showDetails(HostDetails details, Throwable failure) {
        if (failure != null) {
            asked = false;
            trouble.show(ProblemText.sentence(Failures.info(failure)));
            return;
        }
        trouble.show(null);
        facts.show(details);
        capabilities.show(details.capabilities().strip());
    }

    public Stage stage() {
        return stage;
    }

    /** Shows it, or brings it forward. */
    public void show() {
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }
}
