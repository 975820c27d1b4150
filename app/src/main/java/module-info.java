/** The program: windows over sessions over the API of core. Drivers are found at run time only. */
module org.innkeeper.app {
    requires org.innkeeper.core;
    requires org.innkeeper.icons;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.logging;
    requires javax.jmdns;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires org.fxmisc.undo;
    requires reactfx;
    requires wellbehavedfx;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;

    opens org.innkeeper.app.cli to
            info.picocli;

    // Style sheets are found by the toolkit, as resources of open packages.
    opens org.innkeeper.app.control;
    opens org.innkeeper.app.guest;
    opens org.innkeeper.app.main;
    opens org.innkeeper.app.theme;
}
