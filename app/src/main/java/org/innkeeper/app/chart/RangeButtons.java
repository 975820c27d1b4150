package org.innkeeper.app.chart;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;
import org.innkeeper.app.i18n.Texts;

/** The choice of how far back the charts of a group look. For the FX thread. */
public final class RangeButtons extends SegmentedButton {
    public RangeButtons(ChartGroup group, Texts texts) {
        ToggleGroup toggles = new ToggleGroup();
        setToggleGroup(toggles);
        for (TimeRange range : TimeRange.values()) {
            ToggleButton button = new ToggleButton(texts.get("chart.range." + range));
            button.setId("range-" + range);
            button.setSelected(range == group.range());
            button.setOnAction(event -> {
                button.setSelected(true);
                group.setRange(range);
            });
            getButtons().add(button);
        }
        setAccessibleText(texts.get("chart.range"));
    }
}
