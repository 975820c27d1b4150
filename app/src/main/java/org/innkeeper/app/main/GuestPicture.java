package org.innkeeper.app.main;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.spi.Feature;

/** The guest's screen, small; asked for now and then while the guest is looked at. */
final class GuestPicture extends StackPane {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double WIDTH = 216;
    private static final double HEIGHT = 104;

    private final Fleet fleet;
    private final Texts texts;
    private final ImageView view = new ImageView();
    private final Label hint = new Label();
    private GuestKey asked;
    private long askedAt;

    GuestPicture(Texts texts, Fleet fleet) {
        this.texts = texts;
        this.fleet = fleet;
        getStyleClass().add("guest-picture");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        view.setPreserveRatio(true);
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        hint.getStyleClass().add("quiet");
        VBox empty = new VBox(4, Icons.action("mdi2m-monitor", 28), hint);
        empty.setAlignment(Pos.CENTER);
        empty.visibleProperty().bind(view.imageProperty().isNull());
        getChildren().addAll(empty, view);
    }

    void show(GuestSnapshot guest, HostSnapshot host) {
        boolean another = !guest.key().equals(asked);
        boolean possible =
                guest.domain().active() && host != null && host.connected() && host.supports(Feature.DOMAIN_SCREENSHOT);
        if (another || !possible) {
            view.setImage(null);
        }
        hint.setText(texts.get(guest.domain().active() ? "main.picture.none" : "main.picture.off"));
        asked = guest.key();
        if (possible && (another || System.nanoTime() - askedAt > AGAIN_NANOS)) {
            askedAt = System.nanoTime();
            ask(asked);
        }
    }

    private void ask(GuestKey key) {
        fleet.host(key.host()).ifPresent(session -> session.screenshot(key)
                .thenApply(ScreenshotImage::decode)
                .whenCompleteAsync(
                        (image, failure) -> {
                            // A guest without a screen has no picture; the hint says so.
                            if (key.equals(asked)) {
                                view.setImage(failure == null ? image.orElse(null) : null);
                            }
                        },
                        FxThread.executor()));
    }
}
