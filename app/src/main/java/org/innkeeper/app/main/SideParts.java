package org.innkeeper.app.main;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.innkeeper.app.settings.Section;

/** The two sides of the main window, which can be folded away, and how wide they are; both are remembered. */
final class SideParts {
    private static final double SIDEBAR = 208;
    private static final double INSPECTOR = 248;
    private static final double NARROWEST = 160;
    private static final double WIDEST = 420;

    private final SplitPane split;
    private final Region sidebar;
    private final Node middle;
    private final Region inspector;
    private final Section remembered;

    SideParts(SplitPane split, Region sidebar, Node middle, Region inspector, Section remembered) {
        this.split = split;
        this.sidebar = sidebar;
        this.middle = middle;
        this.inspector = inspector;
        this.remembered = remembered;
        split.setId("main-split");
        size(sidebar, remembered.number("sidebarWidth").orElse(SIDEBAR));
        size(inspector, remembered.number("inspectorWidth").orElse(INSPECTOR));
        SplitPane.setResizableWithParent(sidebar, false);
        SplitPane.setResizableWithParent(inspector, false);
        sidebar.setVisible(remembered.flag("sidebar", true));
        inspector.setVisible(remembered.flag("inspector", true));
        arrange();
        sidebar.widthProperty().addListener((property, before, width) -> keep("sidebarWidth", sidebar, width));
        inspector.widthProperty().addListener((property, before, width) -> keep("inspectorWidth", inspector, width));
    }

    private static void size(Region part, double width) {
        part.setMinWidth(NARROWEST);
        part.setPrefWidth(Math.max(NARROWEST, Math.min(WIDEST, width)));
        part.setMaxWidth(WIDEST);
    }

    private void keep(String key, Region part, Number width) {
        if (part.isVisible() && part.getScene() != null && width.doubleValue() >= NARROWEST) {
            part.setPrefWidth(width.doubleValue());
            remembered.put(key, Math.rint(width.doubleValue()));
        }
    }

    void toggleSidebar() {
        sidebar.setVisible(!sidebar.isVisible());
        remembered.put("sidebar", sidebar.isVisible());
        arrange();
    }

    void toggleInspector() {
        inspector.setVisible(!inspector.isVisible());
        remembered.put("inspector", inspector.isVisible());
        arrange();
    }

    private void arrange() {
        split.getItems().clear();
        if (sidebar.isVisible()) {
            split.getItems().add(sidebar);
        }
        split.getItems().add(middle);
        if (inspector.isVisible()) {
            split.getItems().add(inspector);
        }
    }
}
