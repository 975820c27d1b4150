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
    private double sidebarWidth;
    private double inspectorWidth;
    private boolean placed;

    SideParts(SplitPane split, Region sidebar, Node middle, Region inspector, Section remembered) {
        this.split = split;
        this.sidebar = sidebar;
        this.middle = middle;
        this.inspector = inspector;
        this.remembered = remembered;
        split.setId("main-split");
        sidebarWidth = legal(remembered.number("sidebarWidth").orElse(SIDEBAR));
        inspectorWidth = legal(remembered.number("inspectorWidth").orElse(INSPECTOR));
        sidebar.setMinWidth(NARROWEST);
        inspector.setMinWidth(NARROWEST);
        SplitPane.setResizableWithParent(sidebar, false);
        SplitPane.setResizableWithParent(inspector, false);
        sidebar.setVisible(remembered.flag("sidebar", true));
        inspector.setVisible(remembered.flag("inspector", true));
        arrange();
        sidebar.widthProperty().addListener((property, before, width) -> {
            if (placed && sidebar.isVisible()) {
                sidebarWidth = legal(width.doubleValue());
                remembered.put("sidebarWidth", sidebarWidth);
            }
        });
        inspector.widthProperty().addListener((property, before, width) -> {
            if (placed && inspector.isVisible()) {
                inspectorWidth = legal(width.doubleValue());
                remembered.put("inspectorWidth", inspectorWidth);
            }
        });
        split.widthProperty().addListener((property, before, width) -> place());
    }

    private static double legal(double width) {
        return Math.rint(Math.max(NARROWEST, Math.min(WIDEST, width)));
    }

    /** Puts the dividers where the sides have their widths, whatever the width of the window. */
    private void place() {
        double width = split.getWidth();
        if (width < 2 * WIDEST) {
            return;
        }
        placed = false;
        int divider = 0;
        if (sidebar.isVisible()) {
            split.setDividerPosition(divider, sidebarWidth / width);
            divider++;
        }
        if (inspector.isVisible()) {
            split.setDividerPosition(divider, 1 - inspectorWidth / width);
        }
        split.layout();
        placed = true;
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
        place();
    }
}
