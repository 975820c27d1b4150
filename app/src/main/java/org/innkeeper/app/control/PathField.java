package org.innkeeper.app.control;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.innkeeper.app.i18n.Texts;

/** A file of a host: typed or, where the host is this machine, chosen in the system's dialog. For the FX thread. */
public final class PathField extends HBox implements CompositeField {
    private final TextField path = new TextField();
    private final Button browse;
    private final Texts texts;
    private final List<String> patterns;

    /** @param patterns such as {@code *.iso}: what the system's dialog offers first; all files are offered always */
    public PathField(Texts texts, String prompt, List<String> patterns) {
        super(8);
        this.texts = texts;
        this.patterns = patterns;
        getStyleClass().add("path-field");
        path.setPromptText(prompt);
        HBox.setHgrow(path, Priority.ALWAYS);
        browse = new Button(texts.get("control.browse"), Icons.action("mdi2f-folder-open-outline", 16));
        browse.setMnemonicParsing(true);
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(event -> browse());
        getChildren().addAll(path, browse);
    }

    /** The system's dialog shows this machine: for files of another one there is nothing to browse. */
    public void setBrowsable(boolean browsable) {
        browse.setVisible(browsable);
        browse.setManaged(browsable);
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("control.chooseFile"));
        if (!patterns.isEmpty()) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(texts.get("control.likelyFiles"), patterns));
        }
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("control.allFiles"), "*"));
        File folder = new File(path.getText()).getAbsoluteFile().getParentFile();
        if (!path.getText().isBlank() && folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            path.setText(chosen.getPath());
        }
    }

    /** Lets it be chosen in another way than in the system's dialog for files; null for that dialog. */
    public void browseBy(Runnable otherWay) {
        browse.setOnAction(event -> {
            if (otherWay == null) {
                browse();
            } else {
                otherWay.run();
            }
        });
    }

    public String path() {
        return path.getText().strip();
    }

    public TextField text() {
        return path;
    }

    /** Told after each change. */
    public void onChange(Runnable listener) {
        path.textProperty().addListener(change -> listener.run());
    }

    @Override
    public Node mainPart() {
        return path;
    }
}
