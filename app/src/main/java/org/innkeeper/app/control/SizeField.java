package org.innkeeper.app.control;

import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.innkeeper.app.i18n.Texts;

/** A size: a number and its unit. For the FX thread. */
public final class SizeField extends HBox implements CompositeField {
    private static final List<String> MEMORY = List.of("KiB", "MiB", "GiB");
    private static final List<String> DISK = List.of("MiB", "GiB", "TiB");

    private final TextField number = new TextField();
    private final ComboBox<String> unit = new ComboBox<>();
    private Runnable changed = () -> {};
    private boolean telling = true;

    private SizeField(Texts texts, List<String> units) {
        super(8);
        getStyleClass().add("size-field");
        number.setPrefColumnCount(8);
        unit.getItems().setAll(units);
        unit.setValue("GiB");
        unit.setAccessibleText(texts.get("control.unit"));
        getChildren().addAll(number, unit);
        number.textProperty().addListener(change -> tell());
        unit.valueProperty().addListener(change -> tell());
    }

    /** For memory: KiB to GiB. */
    public static SizeField ofMemory(Texts texts) {
        return new SizeField(texts, MEMORY);
    }

    /** For disks: MiB to TiB. */
    public static SizeField ofDisk(Texts texts) {
        return new SizeField(texts, DISK);
    }

    /** The size in KiB, empty while what stands there is no size. */
    public OptionalLong kibibytes() {
        return SizeText.parse(number.getText(), unit.getValue());
    }

    /** Shows a size, in the largest unit that writes it with at most two decimals. */
    public void setKibibytes(long kibibytes) {
        if (kibibytes().isPresent() && kibibytes().getAsLong() == kibibytes) {
            return;
        }
        SizeText text = SizeText.of(kibibytes, unit.getItems());
        telling = false;
        unit.setValue(text.unit());
        number.setText(text.number());
        telling = true;
    }

    /** Told after each change by the user. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    private void tell() {
        if (telling) {
            changed.run();
        }
    }

    public TextField number() {
        return number;
    }

    @Override
    public Node mainPart() {
        return number;
    }
}
