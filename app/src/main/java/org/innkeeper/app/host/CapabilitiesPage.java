package org.innkeeper.app.host;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.xmlview.XmlEditor;
import org.innkeeper.core.xml.capabilities.Capabilities;
import org.innkeeper.core.xml.capabilities.GuestCapabilities;
import org.innkeeper.core.xml.capabilities.GuestDomain;
import org.innkeeper.core.xml.capabilities.HostCpu;

/** What a host can do, readable, and as the document it is read from. */
final class CapabilitiesPage extends BorderPane {
    private final AppContext context;
    private final VBox sections = new VBox();
    private final XmlEditor document;

    CapabilitiesPage(AppContext context) {
        this.context = context;
        document = new XmlEditor(context.text("hostwindow.xml"));
        document.setEditable(false);
        sections.getStyleClass().add("form-page");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        ToggleButton xml = new ToggleButton(context.text("hostwindow.xml"), Icons.action("mdi2c-code-tags"));
        xml.setId("show-xml");
        xml.setMnemonicParsing(true);
        xml.setOnAction(event -> setCenter(xml.isSelected() ? document : scroll));
        HBox bar = new HBox(xml);
        bar.getStyleClass().add("capabilities-bar");
        setTop(bar);
        setCenter(scroll);
    }

    void show(Capabilities capabilities, String text) {
        document.show(text.strip());
        sections.getChildren().setAll(processor(capabilities.host().cpu()));
        capabilities.guests().forEach(guest -> sections.getChildren().add(guest(guest)));
    }

    private Node processor(HostCpu cpu) {
        FieldGrid grid = new FieldGrid();
        grid.fact(context.text("hostwindow.arch"), orAbsent(cpu.architecture()));
        grid.fact(context.text("hostwindow.model"), orAbsent((cpu.vendor() + " " + cpu.model()).strip()));
        grid.fact(
                context.text("hostwindow.cpuFeatures"),
                orAbsent(cpu.features().sorted().collect(Collectors.joining(", "))));
        return section(context.text("hostwindow.processor"), grid);
    }

    private Node guest(GuestCapabilities guest) {
        GuestCapabilities.Architecture architecture = guest.architecture();
        FieldGrid grid = new FieldGrid();
        grid.fact(
                context.text("hostwindow.runBy"),
                orAbsent(architecture.domains().stream()
                        .map(GuestDomain::type)
                        .distinct()
                        .collect(Collectors.joining(", "))));
        grid.fact(context.text("hostwindow.emulator"), orAbsent(architecture.emulator()));
        grid.fact(
                context.text("hostwindow.machines"),
                orAbsent(architecture.machines().stream()
                        .map(GuestCapabilities.Machine::name)
                        .distinct()
                        .collect(Collectors.joining(", "))));
        return section(context.text("hostwindow.guestKind", guest.osType(), architecture.name()), grid);
    }

    private static Node section(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox section = new VBox(12, heading, content);
        section.getStyleClass().add("form-section");
        return section;
    }

    private static String orAbsent(String text) {
        return text.isEmpty() ? Quantities.ABSENT : text;
    }
}
