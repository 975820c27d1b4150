package org.innkeeper.app.control;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.innkeeper.app.i18n.Texts;

/** A whole number from 0, with buttons and the arrow keys for one more and one less. For the FX thread. */
public final class CountField extends HBox implements CompositeField {
    private final TextField number = new TextField();
    private Runnable changed = () -> {};
    private boolean telling = true;

    public CountField(Texts texts) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("count-field");
        number.setPrefColumnCount(5);
        getChildren()
                .addAll(
                        number,
                        button("mdi2m-minus", texts.get("control.less"), -1),
                        button("mdi2p-plus", texts.get("control.more"), 1));
        number.textProperty().addListener(change -> {
            if (telling) {
                changed.run();
            }
        });
        number.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                step(event.getCode() == KeyCode.UP ? 1 : -1);
                event.consume();
            }
        });
    }

    private Button button(String icon, String name, int step) {
        Button button = new Button(null, Icons.action(icon, 16));
        button.setAccessibleText(name);
        button.getStyleClass().addAll("step-button");
        button.setFocusTraversable(false);
        button.setOnAction(event -> step(step));
        return button;
    }

    private void step(int by) {
        int now = value().orElse(0);
        number.setText(Integer.toString(Math.max(1, now + by)));
    }

    /** The number, empty while what stands there is none. */
    public OptionalInt value() {
        String text = number.getText().strip();
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Whether nothing stands there. */
    public boolean blank() {
        return number.getText().isBlank();
    }

    /** Shows a number; null empties it. */
    public void setValue(Integer value) {
        String text = value == null ? "" : value.toString();
        if (!text.equals(number.getText())) {
            telling = false;
            number.setText(text);
            telling = true;
        }
    }

    /** Told after each change by the user. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    public TextField number() {
        return number;
    }

    @Override
    public Node mainPart() {
        return number;
    }
}
