package org.innkeeper.app.host;

import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.core.spi.Feature;

/** What can be done on a host, and what cannot. */
final class HostFeatures extends VBox {
    private static final double WIDTH = 270;

    private final AppContext context;
    private final FlowPane all = new FlowPane(8, 6);
    private Set<Feature> shown;

    HostFeatures(AppContext context) {
        super(12);
        this.context = context;
        getStyleClass().add("form-section");
        Label title = new Label(context.text("hostwindow.features"));
        title.getStyleClass().add("section-title");
        all.setId("host-features");
        getChildren().addAll(title, all);
        show(Set.of());
    }

    void show(Set<Feature> features) {
        if (features.equals(shown)) {
            return;
        }
        shown = features;
        all.getChildren().clear();
        for (Feature feature : Feature.values()) {
            boolean there = features.contains(feature);
            Label label = new Label(
                    context.text("hostwindow.feature." + feature),
                    Icons.action(there ? "mdi2c-check" : "mdi2m-minus", 16));
            label.setMinWidth(WIDTH);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setAccessibleText(
                    context.text(there ? "hostwindow.feature.there" : "hostwindow.feature.absent", label.getText()));
            if (!there) {
                label.getStyleClass().add("quiet");
            }
            all.getChildren().add(label);
        }
    }
}
