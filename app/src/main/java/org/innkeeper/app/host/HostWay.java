package org.innkeeper.app.host;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.innkeeper.app.certificate.CertificateDialog;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.CertificateInfo;

/** How a host is reached: the state of its connection, what went wrong last, and by what the host proved who it is. */
final class HostWay extends VBox {
    private final AppContext context;
    private final Label state;
    private final Label driver;
    private final Label way;
    private final Label user;
    private final Label safety;
    private final Label access;
    private final Label proof;
    private final Callout problem = new Callout(Callout.Kind.PROBLEM, null);
    private final Button check;
    private final Button certificates;
    private List<CertificateInfo> shown = List.of();

    HostWay(AppContext context, HostId host) {
        super(12);
        this.context = context;
        getStyleClass().add("form-section");
        Label title = new Label(context.text("hostwindow.way"));
        title.getStyleClass().add("section-title");
        problem.setId("host-problem");
        FieldGrid grid = new FieldGrid();
        state = fact(grid, "hostwindow.state", "state");
        driver = fact(grid, "hostwindow.driver", "driver");
        way = fact(grid, "hostwindow.reached", "reached");
        user = fact(grid, "hostwindow.user", "user");
        safety = fact(grid, "hostwindow.safety", "safety");
        access = fact(grid, "hostwindow.access", "access");
        proof = fact(grid, "hostwindow.proof", "proof");
        proof.getStyleClass().add("technical");
        check = new Button(null, Icons.action("mdi2s-stethoscope"));
        check.setId("check-host");
        check.setMnemonicParsing(true);
        check.setOnAction(event -> context.navigator().checkHost(host));
        certificates = new Button(context.text("certificate.show"), Icons.action("mdi2c-certificate-outline"));
        certificates.setId("show-certificates");
        certificates.setMnemonicParsing(true);
        certificates.setOnAction(event -> new CertificateDialog(context, shown, null, null).show());
        getChildren().addAll(title, problem, grid, new FlowPane(8, 8, check, certificates));
        show(certificates, false);
    }

    private Label fact(FieldGrid grid, String key, String id) {
        Label label = grid.fact(context.text(key), Quantities.ABSENT);
        label.setId("fact-" + id);
        return label;
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    void show(HostSnapshot host) {
        String now = context.text("main.host.state." + host.state());
        state.setText(
                host.connected() || host.asOf() == null
                        ? now
                        : context.text(
                                "main.host.age", now, Quantities.span(Duration.between(host.asOf(), Instant.now()))));
        check.setText(context.text(host.connected() ? "connect.check" : "action.CHECK_HOST"));
        access.setText(context.text(host.readOnly() ? "hostwindow.readOnly" : "hostwindow.full"));
        problem.show(
                host.problem() == null
                        ? null
                        : ProblemText.sentence(host.problem())
                                + host.problem()
                                        .remedy()
                                        .map(text -> "\n" + text)
                                        .orElse(""));
    }

    void show(HostDetails details) {
        driver.setText(details.providerId());
        way.setText(
                details.peer().way().isEmpty()
                        ? context.text("hostwindow.local")
                        : details.peer().way());
        user.setText(
                details.peer().user().isEmpty()
                        ? Quantities.ABSENT
                        : details.peer().user());
        safety.setText(context.text(
                details.encrypted()
                        ? "hostwindow.encrypted"
                        : details.secure() ? "hostwindow.stays" : "hostwindow.open"));
        shown = details.peer().certificates();
        show(certificates, !shown.isEmpty());
        if (!details.peer().hostKey().isEmpty()) {
            proof.setText(details.peer().hostKey());
        } else if (shown.isEmpty()) {
            proof.setText(Quantities.ABSENT);
        } else {
            CertificateInfo own = shown.get(0);
            proof.setText(context.text(
                    "hostwindow.certificate", own.subject(), own.issuer(), Quantities.day(own.notAfter())));
        }
    }
}
