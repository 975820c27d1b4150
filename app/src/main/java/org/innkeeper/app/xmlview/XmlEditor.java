package org.innkeeper.app.xmlview;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/** Shows an XML text with its parts in colours, and lets it be edited. For the FX thread. */
public final class XmlEditor extends StackPane {
    private final CodeArea area = new CodeArea();
    private Consumer<String> changed = text -> {};
    private boolean telling = true;
    private int marked = -1;

    public XmlEditor(String accessibleName) {
        getStyleClass().add("xml-editor");
        area.setAccessibleText(accessibleName);
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setWrapText(false);
        area.textProperty().addListener((property, before, text) -> {
            if (!text.isEmpty()) {
                area.setStyleSpans(0, XmlHighlighter.highlight(text));
            }
            if (telling) {
                changed.accept(text);
            }
        });
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** Shows a text; the place in it is kept, and nobody is told. */
    public void show(String text) {
        if (text.equals(area.getText())) {
            return;
        }
        telling = false;
        int caret = area.getCaretPosition();
        double scrolled = area.getEstimatedScrollY();
        boolean empty = area.getText().isEmpty();
        area.replaceText(text);
        area.moveTo(empty ? 0 : Math.min(caret, text.length()));
        if (empty) {
            area.getUndoManager().forgetHistory();
            area.scrollToPixel(0, 0);
        } else {
            area.scrollYToPixel(scrolled);
        }
        telling = true;
    }

    public String text() {
        return area.getText();
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    /** Told the text after each change by the user. */
    public void onChange(Consumer<String> listener) {
        changed = listener;
    }

    /** Marks a line, from 1; 0 for none. */
    public void markLine(int line) {
        if (marked >= 0 && marked < area.getParagraphs().size()) {
            area.setParagraphStyle(marked, List.of());
        }
        marked = line - 1;
        if (marked >= 0 && marked < area.getParagraphs().size()) {
            area.setParagraphStyle(marked, List.of("xml-wrong"));
        }
    }
}
