package org.innkeeper.app;

/** Where the program starts. Not a JavaFX application itself, so that it can say what is missing when there is none. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        javafx.application.Application.launch(InnkeeperApplication.class, arguments);
    }
}
