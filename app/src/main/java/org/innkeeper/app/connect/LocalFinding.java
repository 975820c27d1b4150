package org.innkeeper.app.connect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.session.FoundHost;
import org.innkeeper.app.task.FxThread;

/** Says that this machine does not have the hypervisor one wants to add, and offers what it has. For the FX thread. */
final class LocalFinding extends VBox {
    private static final Map<ConnectionKind, String> PROVIDERS =
            Map.of(ConnectionKind.EMBEDDED, "qemu", ConnectionKind.XEN, "xen", ConnectionKind.OPENVZ, "openvz");

    private final AppContext context;
    private final Callout words = new Callout(Callout.Kind.WARNING, null);
    private final Button instead = new Button();
    private final Consumer<ConnectionKind> chooser;
    private final Runnable shownChanged;
    private List<FoundHost> found = List.of();
    private ConnectionKind kind;
    private boolean here;

    /**
     * @param chooser takes the kind the user would rather have
     * @param shownChanged is called when there is more or less to see than before
     */
    LocalFinding(AppContext context, Consumer<ConnectionKind> chooser, Runnable shownChanged) {
        super(8);
        this.context = context;
        this.chooser = chooser;
        this.shownChanged = shownChanged;
        setId("local-finding");
        instead.setId("take-instead");
        getChildren().addAll(words, instead);
        show(null, false);
        context.fleet()
                .findLocalHosts()
                .whenCompleteAsync(
                        (hosts, failure) -> {
                            found = failure == null ? hosts : List.of();
                            fill();
                        },
                        FxThread.executor());
    }

    /**
     * What is to be added now.
     *
     * @param onThisMachine whether the hypervisor of this machine is meant, not one that listens elsewhere
     */
    void show(ConnectionKind wanted, boolean onThisMachine) {
        kind = wanted;
        here = onThisMachine;
        fill();
    }

    private void fill() {
        String missing = here ? missing() : null;
        Optional<ConnectionKind> other = missing == null ? Optional.empty() : best();
        boolean before = isManaged();
        setVisible(missing != null);
        setManaged(missing != null);
        words.show(missing);
        instead.setVisible(other.isPresent());
        instead.setManaged(other.isPresent());
        other.ifPresent(this::offer);
        if (before != isManaged()) {
            shownChanged.run();
        }
    }

    /** Why it is not here, in one line; null where it is here, or nobody knows. */
    private String missing() {
        return found.stream()
                .filter(host -> host.providerId().equals(PROVIDERS.get(kind)) && !host.available())
                .findFirst()
                .map(FoundHost::sentence)
                .orElse(null);
    }

    private Optional<ConnectionKind> best() {
        return found.stream()
                .filter(FoundHost::available)
                .flatMap(host -> PROVIDERS.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(host.providerId()))
                        .map(Map.Entry::getKey))
                .findFirst();
    }

    private void offer(ConnectionKind other) {
        instead.setText(context.text("connect.instead", FieldGrid.plain(context.text("connect.kind." + other))));
        instead.setGraphic(Icons.action(other.icon()));
        instead.setOnAction(event -> chooser.accept(other));
    }
}
