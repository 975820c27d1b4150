package org.innkeeper.app.table;

import javafx.scene.canvas.Canvas;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.core.model.DomainState;

/** The mark of a state as a node. */
public final class StateIcon extends Canvas {
    private final Palette palette;

    public StateIcon(Palette palette) {
        super(StateMark.SIZE, StateMark.SIZE);
        this.palette = palette;
    }

    public void show(DomainState state) {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        StateMark.paint(getGraphicsContext2D(), palette, state, 0, 0);
    }
}
