package org.innkeeper.app.connect.check;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.certificate.CertificateDialog;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.HostCheck;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.spi.CheckStep;

/** Goes the steps of a connection and shows each as soon as it is done. For the FX thread. */
public final class CheckDialog {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 500;

    private final AppContext context;
    private final Function<Consumer<CheckStep>, HostCheck> check;
    private final CheckReport report;
    private final TaskDialog dialog;
    private final VBox rows = new VBox();
    private final HBox state = new HBox(8);
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button again;
    /** The one whose steps are shown; those of one that was cancelled may still come. */
    private HostCheck running;

    /** Checks a connection that is there. */
    public CheckDialog(AppContext context, HostSession session) {
        this(context, session.definition().uri(), session::check);
    }

    /** Checks what the user has typed. */
    public CheckDialog(AppContext context, String uri, boolean readOnly) {
        this(context, uri, step -> context.fleet().check(uri, readOnly, step));
    }

    private CheckDialog(AppContext context, String uri, Function<Consumer<CheckStep>, HostCheck> check) {
        this.context = context;
        this.check = check;
        report = new CheckReport(uri, context.texts());
        dialog = new TaskDialog(context, "check-dialog", context.text("connect.check.title"));
        Label target = new Label(uri);
        target.getStyleClass().add("technical");
        target.setWrapText(true);
        target.setId("check-uri");
        busy.setPrefSize(18, 18);
        busy.setMinSize(18, 18);
        state.setId("check-state");
        state.setAlignment(Pos.CENTER_LEFT);
        state.getStyleClass().add("check-state");
        rows.setId("check-steps");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        // The newest step is always seen.
        rows.heightProperty().addListener(change -> scroll.setVvalue(1));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = new VBox(12, target, scroll, state);
        content.getStyleClass().add("dialog-content");
        content.setPrefWidth(WIDTH);
        dialog.wholeContent(content);
        dialog.aside(context.text("control.copy"), this::copy).setId("copy");
        again = dialog.accept(context.text("connect.check.again"), this::start);
        again.setMnemonicParsing(true);
        dialog.stage().setOnHidden(event -> running.cancel());
    }

    private void start() {
        report.clear();
        rows.getChildren().clear();
        dialog.note(null);
        again.setDisable(true);
        dialog.cancelButton().setText(context.text("control.cancel"));
        tell(busy, context.text("connect.check.running"), "running");
        HostCheck[] mine = new HostCheck[1];
        mine[0] = check.apply(step -> FxThread.later(() -> show(mine[0], step)));
        running = mine[0];
        // Behind the steps, which wait for the FX thread in order.
        running.ended().whenComplete((nothing, failure) -> FxThread.later(() -> end(mine[0], failure)));
    }

    private void show(HostCheck from, CheckStep step) {
        if (from == running) {
            report.add(step);
            rows.getChildren().add(new StepRow(step, report, certificates(step)));
        }
    }

    private Button certificates(CheckStep step) {
        if (step.certificates().isEmpty()) {
            return null;
        }
        Button show = new Button(context.text("certificate.show"), Icons.action("mdi2c-certificate-outline"));
        show.setId("certificates-" + step.kind());
        show.setMnemonicParsing(true);
        boolean failed = step.verdict() == CheckStep.Verdict.FAILED;
        show.setOnAction(event -> new CertificateDialog(
                        context, step.certificates(), failed ? report.detail(step) : null, step.remedy())
                .show());
        return show;
    }

    private void end(HostCheck from, Throwable failure) {
        if (from != running) {
            return;
        }
        again.setDisable(false);
        dialog.cancelButton().setText(context.text("control.close"));
        if (failure != null) {
            tell(Icons.action("mdi2c-close-octagon", 18), ProblemText.sentence(Failures.info(failure)), "failed");
        } else if (report.failure().isPresent()) {
            tell(Icons.action("mdi2c-close-octagon", 18), report.summary(), "failed");
        } else if (report.hasWarnings()) {
            tell(Icons.action("mdi2a-alert", 18), report.summary(), "warning");
        } else {
            tell(Icons.action("mdi2c-check-circle", 18), report.summary(), "passed");
        }
    }

    private void tell(Node icon, String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setId("check-result");
        icon.getStyleClass().add("check-icon");
        state.getStyleClass().removeIf(name -> name.startsWith("check-") && !name.equals("check-state"));
        state.getStyleClass().add("check-" + style);
        state.getChildren().setAll(icon, label);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(report.all());
        Clipboard.getSystemClipboard().setContent(content);
        dialog.note(context.text("control.copied"));
    }

    public TaskDialog dialog() {
        return dialog;
    }

    /** Shows it and begins. */
    public void show() {
        start();
        dialog.showModal();
        dialog.cancelButton().requestFocus();
    }
}
