package org.innkeeper.app.control;

import javafx.scene.Node;

/** A control made of several, one of which is meant when people speak of it. */
interface CompositeField {
    /** The part that takes the focus and the name. */
    Node mainPart();
}
