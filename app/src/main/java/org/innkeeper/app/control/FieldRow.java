package org.innkeeper.app.control;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A control with its help, and with what is wrong with its value while one types. */
public final class FieldRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Node control;
    private final Label help = new Label();
    private final Label problem = new Label();
    private String helpText;
    private Label label;

    FieldRow(Node control, String helpText) {
        this.control = control;
        this.helpText = helpText;
        getStyleClass().add("field-row");
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.setGraphic(Icons.action("mdi2a-alert-circle-outline", 14));
        getChildren().addAll(control, help, problem);
        setHelp(helpText);
        setProblem(null);
    }

    /** What takes the focus: the control, or the main part of one made of several. */
    Node target() {
        return control instanceof CompositeField composite ? composite.mainPart() : control;
    }

    void setLabel(Label newLabel) {
        label = newLabel;
    }

    /** Gives it another label, with the sign of its mnemonic. */
    public void setLabel(String text) {
        label.setText(text);
        target().setAccessibleText(FieldGrid.plain(text));
    }

    /** Shows the field with its label, or takes both away. */
    public void setShown(boolean shown) {
        show(this, shown);
        if (label != null) {
            show(label, shown);
        }
    }

    /** Replaces the help; null takes it away. */
    public void setHelp(String text) {
        helpText = text;
        tell(text);
    }

    private void tell(String text) {
        help.setText(text == null ? "" : text);
        show(help, text != null && !text.isEmpty());
        describe(text);
    }

    /** Says in words what is wrong; null for nothing. */
    public void setProblem(String text) {
        boolean wrong = text != null;
        problem.setText(wrong ? text : "");
        show(problem, wrong);
        target().pseudoClassStateChanged(WRONG, wrong);
        describe(wrong ? text : helpText);
    }

    public String problem() {
        return problem.getText();
    }

    /** Switches the control off, with the reason in the place of its help; null switches it on. */
    public void setDisabledBecause(String reason) {
        control.setDisable(reason != null);
        tell(reason == null ? helpText : reason);
    }

    private void describe(String text) {
        target().setAccessibleHelp(text);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
