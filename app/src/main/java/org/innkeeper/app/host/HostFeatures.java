package org.innkeeper.app.host;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.Tips;
import org.innkeeper.app.session.Availability;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.spi.Feature;

/** What can be done on a host, and what cannot and why. */
final class HostFeatures extends VBox {
    private static final double WIDTH = 270;

    private final AppContext context;
    private final FlowPane all = new FlowPane(8, 6);
    private Map<Feature, Availability> shown = Map.of();

    HostFeatures(AppContext context) {
        super(12);
        this.context = context;
        getStyleClass().add("form-section");
        Label title = new Label(context.text("hostwindow.features"));
        title.getStyleClass().add("section-title");
        all.setId("host-features");
        getChildren().addAll(title, all);
    }

    void show(HostSnapshot host) {
        Map<Feature, Availability> now = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            now.put(feature, host.can(feature));
        }
        if (!now.equals(shown)) {
            shown = now;
            fill();
        }
    }

    private void fill() {
        all.getChildren().clear();
        for (Feature feature : Feature.values()) {
            boolean there = shown.get(feature).possible();
            Label label = new Label(
                    context.text("hostwindow.feature." + feature),
                    Icons.action(there ? "mdi2c-check" : "mdi2m-minus", 16));
            label.setMinWidth(WIDTH);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setAccessibleText(
                    context.text(there ? "hostwindow.feature.there" : "hostwindow.feature.absent", label.getText()));
            shown.get(feature).reason().map(why -> why.text(context.texts())).ifPresent(why -> {
                label.getStyleClass().add("quiet");
                label.setAccessibleHelp(why);
                label.setTooltip(Tips.make(why));
            });
            all.getChildren().add(label);
        }
    }
}
