package org.innkeeper.app;

import javafx.application.Application;
import javafx.stage.Stage;

/** The program with its windows. */
public final class InnkeeperApplication extends Application {
    @Override
    public void start(Stage stage) {
        stage.setTitle("Innkeeper");
        stage.show();
    }
}
