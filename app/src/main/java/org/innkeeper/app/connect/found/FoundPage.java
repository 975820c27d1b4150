package org.innkeeper.app.connect.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.session.DiscoveredHosts.Advertised;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.task.FxThread;

/**
 * Hosts that were found: those that advertise themselves in the network, as they come and go, and those that virt-manager
 * has saved. Nothing is looked for before it is shown for the first time. For the FX thread.
 */
public final class FoundPage extends VBox {
    private static final double HEIGHT = 360;

    private final AppContext context;
    private final HostSources sources;
    private final FoundList network;
    private final FoundList saved;
    private final Label noNetwork;
    private final Label noSaved;
    private final Hyperlink all;
    private List<Advertised> advertised = List.of();
    private List<String> savedUris = List.of();
    private Function<Advertised, FoundWay> wayOf = host -> new FoundWay(host.address(), false);
    private Runnable stop = () -> {};
    private boolean looking;

    /**
     * @param reach where one chooses how the hosts of the network are reached
     * @param changed is run after each change of what is ticked
     */
    public FoundPage(AppContext context, HostSources sources, Node reach, Runnable changed) {
        super(12);
        this.context = context;
        this.sources = sources;
        setId("found-page");
        network = new FoundList(context.texts(), changed);
        network.setId("found-network");
        saved = new FoundList(context.texts(), changed);
        saved.setId("found-saved");
        noNetwork = quiet("connect.found.network.none");
        noNetwork.setId("found-network-none");
        noSaved = quiet("connect.found.saved.looking");
        noSaved.setId("found-saved-none");
        all = new Hyperlink(context.text("connect.found.all"));
        all.setId("found-all");
        all.setOnAction(event -> saved.tickAll());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(16, 16);
        busy.setMinSize(16, 16);
        busy.setAccessibleText(context.text("connect.found.network.looking"));
        VBox lists = new VBox(
                10,
                heading("connect.found.network", busy, reach),
                network,
                noNetwork,
                heading("connect.found.saved", null, all),
                saved,
                noSaved);
        lists.getStyleClass().add("found-lists");
        ScrollPane scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        getChildren().add(scroll);
    }

    private Label quiet(String key) {
        Label label = new Label(context.text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("quiet");
        return label;
    }

    private HBox heading(String key, Node state, Node right) {
        Label words = new Label(context.text(key));
        words.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, words);
        if (state != null) {
            line.getChildren().add(state);
        }
        line.getChildren().addAll(gap, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** How the hosts of the network are reached, from now on. */
    public void reachBy(Function<Advertised, FoundWay> way) {
        wayOf = way;
        showNetwork();
    }

    /** Begins to look around, once. */
    public void look() {
        if (looking) {
            return;
        }
        looking = true;
        stop = sources.network()
                .watch(hosts -> FxThread.later(() -> {
                    advertised = hosts;
                    showNetwork();
                }));
        sources.saved()
                .uris()
                .thenAcceptAsync(
                        uris -> {
                            savedUris = uris;
                            noSaved.setText(context.text("connect.found.saved.none"));
                            showSaved();
                        },
                        FxThread.executor());
        showNetwork();
        showSaved();
    }

    /** Does not look around any more. Returns at once. */
    public void stop() {
        stop.run();
        stop = () -> {};
    }

    private void showNetwork() {
        network.show(advertised.stream().map(this::found).toList(), there());
        show(noNetwork, network.isEmpty());
    }

    private FoundConnection found(Advertised host) {
        FoundWay way = wayOf.apply(host);
        String warning = way.openToAll() ? context.text("connect.found.unencrypted") : null;
        return new FoundConnection(host.name(), host.name(), way.uri(), warning);
    }

    private void showSaved() {
        saved.show(savedUris.stream().distinct().map(FoundConnection::saved).toList(), there());
        show(noSaved, saved.isEmpty());
        show(all, !saved.isEmpty());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Set<String> there() {
        FleetSnapshot fleet = context.fleet().snapshot();
        return fleet.hosts().stream().map(HostSnapshot::uri).collect(Collectors.toSet());
    }

    /** What is ticked: name and URI of each. */
    public List<Chosen> chosen() {
        List<FoundConnection> ticked = new ArrayList<>(network.ticked());
        ticked.addAll(saved.ticked());
        return ticked.stream()
                .map(connection -> new Chosen(connection.name(), connection.uri()))
                .distinct()
                .toList();
    }

    /**
     * The way to a host of the network.
     *
     * @param openToAll whether anybody in between can read and change what is sent
     */
    public record FoundWay(String uri, boolean openToAll) {}

    /** A connection to add. */
    public record Chosen(String name, String uri) {}
}
