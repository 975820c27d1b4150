package org.innkeeper.app.certificate;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.core.model.CertificateInfo;

/** Shows the certificates of one end of a connection, what is wrong with them and what to do. For the FX thread. */
public final class CertificateDialog {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 440;

    private final TaskDialog dialog;

    /**
     * @param chain the end's own certificate first
     * @param problem what is wrong, or null for nothing
     * @param remedy what to do about it, or null
     */
    public CertificateDialog(AppContext context, List<CertificateInfo> chain, String problem, String remedy) {
        dialog = new TaskDialog(context, "certificate-dialog", context.text("certificate.title"));
        VBox cards = new VBox(12);
        if (problem != null) {
            Callout wrong = new Callout(Callout.Kind.PROBLEM, problem);
            wrong.setId("certificate-problem");
            cards.getChildren().add(wrong);
        }
        if (remedy != null && !remedy.isEmpty()) {
            Callout what = new Callout(Callout.Kind.NOTE, remedy);
            what.setId("certificate-remedy");
            cards.getChildren().add(what);
        }
        for (int i = 0; i < chain.size(); i++) {
            String role = i == 0 ? "certificate.role.own" : "certificate.role.issuer";
            cards.getChildren().add(new CertificateCard(context.texts(), context.text(role), chain.get(i)));
        }
        if (chain.size() == 1 && !chain.get(0).selfSigned()) {
            Label alone = new Label(context.text("certificate.alone"));
            alone.setWrapText(true);
            alone.getStyleClass().add("quiet");
            cards.getChildren().add(alone);
        }
        cards.getStyleClass().add("dialog-content");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        dialog.wholeContent(scroll).closeOnly();
        dialog.aside(context.text("control.copy"), () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text(chain));
                    Clipboard.getSystemClipboard().setContent(content);
                    dialog.note(context.text("control.copied"));
                })
                .setId("copy");
    }

    private static String text(List<CertificateInfo> chain) {
        StringBuilder text = new StringBuilder();
        for (CertificateInfo certificate : chain) {
            text.append(certificate.subject())
                    .append("\n  issued by ")
                    .append(certificate.issuer())
                    .append("\n  valid from ")
                    .append(certificate.notBefore())
                    .append(" until ")
                    .append(certificate.notAfter())
                    .append("\n  SHA-256 ")
                    .append(certificate.sha256())
                    .append('\n');
        }
        return text.toString();
    }

    public void show() {
        dialog.showModal();
    }
}
