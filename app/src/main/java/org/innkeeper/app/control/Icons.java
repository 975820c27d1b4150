package org.innkeeper.app.control;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.innkeeper.icons.Marks;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons; their colour comes from the style sheet. */
public final class Icons {
    private static final int SIZE = 18;

    private Icons() {}

    /** An icon of the pack for actions, states and devices, by its code such as {@code mdi2p-play}. */
    public static FontIcon action(String code) {
        return action(code, SIZE);
    }

    /** The same in a size in pixels: 10, 12, 14, 16, 18, 20, 28 or 48. */
    public static FontIcon action(String code, int size) {
        FontIcon icon = new FontIcon(code);
        // The theme sets one size for all icons; the style sheet has a class for each of ours.
        icon.getStyleClass().add("icon-" + size);
        return icon;
    }

    /**
     * A mark from {@link Marks} as a shape with the style class {@code mark}.
     *
     * @param outline path data in a box of {@link Marks#BOX}
     * @param size width and height, pixels
     */
    public static Node mark(String outline, double size) {
        SVGPath path = new SVGPath();
        path.setContent(outline);
        path.setFillRule(FillRule.NON_ZERO);
        path.getStyleClass().add("mark");
        path.getTransforms().add(new Scale(size / Marks.BOX, size / Marks.BOX, 0, 0));
        path.setManaged(false);
        StackPane box = new StackPane(path);
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(size, size);
        return box;
    }
}
