package org.innkeeper.app.certificate;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.core.uri.CertificatePlace;

/**
 * Shows where certificates are looked for and what lies there, and lets another folder be chosen. For the FX thread; files
 * are read elsewhere.
 */
public final class PlacesDialog {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 440;

    private final AppContext context;
    private final TaskDialog dialog;
    private final VBox places = new VBox(16);
    private final Button use;
    private String folder;

    /**
     * @param folder the one that is chosen, or empty for the usual places
     * @param chosen is given another folder, empty for the usual places
     */
    public PlacesDialog(AppContext context, String folder, Consumer<String> chosen) {
        this.context = context;
        this.folder = folder;
        dialog = new TaskDialog(context, "places-dialog", context.text("certificate.places"));
        places.getStyleClass().add("dialog-content");
        places.setId("places");
        ScrollPane scroll = new ScrollPane(places);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        dialog.wholeContent(scroll);
        Button choose = dialog.aside(context.text("certificate.choose"), this::choose);
        choose.setId("choose-folder");
        choose.setMnemonicParsing(true);
        Button usual = dialog.aside(context.text("certificate.usual"), () -> look(""));
        usual.setId("usual-places");
        usual.setMnemonicParsing(true);
        use = dialog.accept(context.text("certificate.use"), () -> {
            chosen.accept(this.folder);
            dialog.close();
        });
        look(folder);
    }

    private void choose() {
        Window window = dialog.stage();
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(context.text("certificate.choose.title"));
        File before = new File(folder);
        if (!folder.isEmpty() && before.isDirectory()) {
            chooser.setInitialDirectory(before);
        }
        File found = chooser.showDialog(window);
        if (found != null) {
            look(found.getAbsolutePath());
        }
    }

    /** Looks into a folder, or into the usual places. */
    public void look(String where) {
        folder = where;
        use.setText(context.text(where.isEmpty() ? "certificate.use.usual" : "certificate.use"));
        Supplier<List<PlaceContent>> reading =
                () -> places(where).stream().map(PlaceContent::read).toList();
        CompletableFuture.supplyAsync(reading)
                .thenAcceptAsync(
                        contents -> {
                            if (folder.equals(where)) {
                                show(contents);
                            }
                        },
                        FxThread.executor());
    }

    private static List<CertificatePlace> places(String where) {
        try {
            return where.isEmpty()
                    ? CertificatePlace.standard()
                    : List.of(CertificatePlace.inDirectory(Path.of(where)));
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    private void show(List<PlaceContent> contents) {
        places.getChildren()
                .setAll(line(
                        context.text(folder.isEmpty() ? "certificate.places.usual" : "certificate.places.chosen")));
        for (PlaceContent content : contents) {
            List<Node> parts = new ArrayList<>();
            addPart(parts, "certificate.part.ca", content.authorities());
            addPart(parts, "certificate.part.own", content.own());
            parts.add(state(
                    content.key() ? PlaceContent.State.READ : PlaceContent.State.MISSING,
                    context.text("certificate.part.key", content.place().key())));
            VBox section = new VBox(8);
            section.getChildren().setAll(parts);
            section.getStyleClass().add("form-section");
            places.getChildren().add(section);
        }
        dialog.note(contents.stream().anyMatch(PlaceContent::complete) ? null : context.text("certificate.incomplete"));
    }

    private void addPart(List<Node> parts, String key, PlaceContent.Part part) {
        parts.add(state(part.state(), context.text(key, part.file())));
        for (CertificateInfo certificate : part.certificates()) {
            parts.add(new CertificateCard(context.texts(), certificate.subject(), certificate));
        }
    }

    private Node state(PlaceContent.State state, String words) {
        String icon =
                switch (state) {
                    case READ -> "mdi2c-check-circle";
                    case MISSING -> "mdi2m-minus-circle-outline";
                    case UNREADABLE -> "mdi2a-alert";
                };
        Label label = line(words + " – " + context.text("certificate.state." + state));
        Node mark = Icons.action(icon, 16);
        mark.getStyleClass().add("check-icon");
        label.setGraphic(mark);
        label.getStyleClass()
                .add(
                        switch (state) {
                            case READ -> "check-passed";
                            case MISSING -> "check-skipped";
                            case UNREADABLE -> "check-warning";
                        });
        return label;
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    public void show() {
        dialog.showModal();
    }
}
