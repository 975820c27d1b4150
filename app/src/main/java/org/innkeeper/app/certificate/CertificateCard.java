package org.innkeeper.app.certificate;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.model.CertificateInfo;

/** One certificate: whose it is, who vouches for it, how long it is valid, and by what to compare it. */
final class CertificateCard extends VBox {
    /** @param role what the certificate is for here */
    CertificateCard(Texts texts, String role, CertificateInfo certificate) {
        getStyleClass().add("certificate");
        Label title = new Label(role);
        title.getStyleClass().add("section-title");
        FieldGrid grid = new FieldGrid();
        grid.fact(texts.get("certificate.subject"), certificate.subject());
        grid.fact(
                texts.get("certificate.issuer"),
                certificate.selfSigned() ? texts.get("certificate.itself") : certificate.issuer());
        Instant now = Instant.now();
        Label from = grid.fact(texts.get("certificate.from"), Quantities.moment(certificate.notBefore()));
        Label until = grid.fact(texts.get("certificate.until"), Quantities.moment(certificate.notAfter()));
        if (now.isBefore(certificate.notBefore())) {
            wrong(from, texts.get("certificate.early", from.getText()));
        }
        if (now.isAfter(certificate.notAfter())) {
            wrong(until, texts.get("certificate.late", until.getText()));
        }
        grid.fact(
                texts.get("certificate.names"),
                certificate.names().isEmpty() ? Quantities.ABSENT : String.join(", ", certificate.names()));
        grid.fact(texts.get("certificate.key"), certificate.key());
        grid.fact(texts.get("certificate.serial"), certificate.serial())
                .getStyleClass()
                .add("technical");
        grid.fact(texts.get("certificate.sha256"), certificate.sha256())
                .getStyleClass()
                .add("technical");
        getChildren().addAll(title, grid);
    }

    private void wrong(Label date, String words) {
        date.setText(words);
        date.getStyleClass().add("wrong-date");
        getStyleClass().add("certificate-wrong");
    }
}
