package org.innkeeper.app.host;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.xml.capabilities.Capabilities;
import org.innkeeper.core.xml.capabilities.HostCapabilities.NumaCell;
import org.innkeeper.core.xml.capabilities.HostCapabilities.SecurityModel;
import org.innkeeper.core.xml.capabilities.HostCpu;

/** What a host is: its machine and its hypervisor. */
final class HostFacts extends VBox {
    /** The driver that speaks to libvirt's daemons. */
    private static final String REMOTE = "remote";

    private final Texts texts;
    private final Label hypervisor;
    private final Label library;
    private final Label hostname;
    private final Label processors;
    private final Label model;
    private final Label memory;
    private final Label nodes;
    private final Label guests;
    private final Label vcpus;
    private final Label security;

    HostFacts(Texts texts) {
        super(12);
        this.texts = texts;
        getStyleClass().add("form-section");
        Label title = new Label(texts.get("hostwindow.machine"));
        title.getStyleClass().add("section-title");
        FieldGrid grid = new FieldGrid();
        hypervisor = fact(grid, "hostwindow.hypervisor", "hypervisor");
        library = fact(grid, "hostwindow.library", "library");
        hostname = fact(grid, "hostwindow.hostname", "hostname");
        processors = fact(grid, "hostwindow.processors", "processors");
        model = fact(grid, "hostwindow.model", "model");
        memory = fact(grid, "hostwindow.memory", "memory");
        nodes = fact(grid, "hostwindow.nodes", "nodes");
        guests = fact(grid, "hostwindow.guests", "guests");
        vcpus = fact(grid, "hostwindow.vcpus", "vcpus");
        security = fact(grid, "hostwindow.confined", "confined");
        getChildren().addAll(title, grid);
    }

    private Label fact(FieldGrid grid, String key, String id) {
        Label label = grid.fact(texts.get(key), Quantities.ABSENT);
        label.setId("fact-" + id);
        return label;
    }

    void show(HostSnapshot host) {
        long running = host.guests().stream().filter(GuestSnapshot::running).count();
        guests.setText(texts.get("hostwindow.guestsOf", running, host.guests().size()));
        NodeInfo node = host.node();
        if (node == null) {
            return;
        }
        processors.setText(texts.get(
                "hostwindow.topology",
                node.cpus(),
                node.model(),
                node.nodes() * node.sockets(),
                node.cores(),
                node.threads()));
        long used = host.load().memoryUsedKiB();
        memory.setText(
                used < 0
                        ? Quantities.kibibytes(node.memory())
                        : texts.get(
                                "hostwindow.memoryOf",
                                Quantities.kibibytes(used),
                                Quantities.kibibytes(node.memory()),
                                Quantities.percent(host.load().memory())));
    }

    void show(HostDetails details, Capabilities capabilities) {
        hypervisor.setText((details.hypervisor() + " " + details.version()).strip());
        library.setText(
                details.providerId().equals(REMOTE)
                        ? orAbsent(details.libraryVersion())
                        : texts.get("hostwindow.library.none"));
        hostname.setText(orAbsent(details.hostname()));
        vcpus.setText(details.maxVcpus() < 0 ? Quantities.ABSENT : Integer.toString(details.maxVcpus()));
        HostCpu cpu = capabilities.host().cpu();
        String named = (cpu.vendor() + " " + cpu.model()).strip();
        model.setText(
                details.node().mhz() > 0 && !named.isEmpty()
                        ? texts.get(
                                "hostwindow.modelAt",
                                named,
                                Integer.toString(details.node().mhz()))
                        : orAbsent(named));
        nodes.setText(nodes(capabilities.host().topology().cells(), details));
        security.setText(orAbsent(capabilities.host().security().stream()
                .map(SecurityModel::model)
                .distinct()
                .collect(Collectors.joining(", "))));
    }

    /** One line for each NUMA node; a machine without has one node, of which there is nothing to tell. */
    private String nodes(List<NumaCell> cells, HostDetails details) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            NumaCell cell = cells.get(i);
            String all = cell.memory() == null
                    ? Quantities.ABSENT
                    : Quantities.kibibytes(cell.memory().kibibytes());
            long free = i < details.freeBytes().size() ? details.freeBytes().get(i) : -1;
            lines.add(texts.get(
                    "hostwindow.node",
                    cell.id(),
                    cell.cpus().size(),
                    all,
                    Quantities.kibibytes(free < 0 ? -1 : free >> 10)));
        }
        return lines.isEmpty() ? Integer.toString(details.node().nodes()) : String.join("\n", lines);
    }

    private static String orAbsent(String text) {
        return text.isEmpty() ? Quantities.ABSENT : text;
    }
}
