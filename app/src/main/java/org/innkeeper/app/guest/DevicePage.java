package org.innkeeper.app.guest;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.xmlview.XmlEditor;
import org.innkeeper.core.xml.CanonicalXml;

/** What is known of one device, and its part of the definition. */
final class DevicePage extends VBox {
    private static final double XML_HEIGHT = 220;

    DevicePage(DeviceList.Entry entry, Texts texts) {
        DeviceFacts facts = entry.facts();
        getStyleClass().add("form-page");
        Label title = new Label(facts.name());
        title.getStyleClass().add("page-title");
        getChildren().add(title);
        if (!facts.facts().isEmpty()) {
            FieldGrid grid = new FieldGrid();
            facts.facts().forEach(fact -> grid.fact(fact.label(), fact.value()));
            VBox section = new VBox(grid);
            section.getStyleClass().add("form-section");
            getChildren().add(section);
        }
        Label caption = new Label(texts.get("guest.device.xml"));
        caption.getStyleClass().add("section-title");
        XmlEditor xml = new XmlEditor(texts.get("guest.device.xml"));
        xml.setEditable(false);
        xml.show(entry.parts().stream()
                .map(part -> CanonicalXml.of(part).strip())
                .collect(Collectors.joining("\n")));
        xml.setPrefHeight(XML_HEIGHT);
        getChildren().addAll(caption, xml);
    }
}
