package org.innkeeper.app.control;

import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.innkeeper.icons.ProgramIcon;

/** Gives windows the program's icon; the pictures are read once. */
public final class ProgramIcons {
    private static final List<Image> SIZES = List.of(16, 32, 48, 128).stream()
            .map(size -> new Image(ProgramIcon.png(size).toExternalForm()))
            .toList();

    private ProgramIcons() {}

    public static void dress(Stage stage) {
        stage.getIcons().setAll(SIZES);
    }

    /** The picture nearest to a size of 128 pixels. */
    public static Image large() {
        return SIZES.get(SIZES.size() - 1);
    }
}
