/** The API, the values, the documents and what drivers implement. */
module org.innkeeper.core {
    requires transitive java.xml;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.xml;

    exports org.innkeeper.core.api;
    exports org.innkeeper.core.api.flag;
    exports org.innkeeper.core.config;
    exports org.innkeeper.core.error;
    exports org.innkeeper.core.event;
    exports org.innkeeper.core.model;
    exports org.innkeeper.core.process;
    exports org.innkeeper.core.rule;
    exports org.innkeeper.core.spi;
    exports org.innkeeper.core.uri;
    exports org.innkeeper.core.xml;
    exports org.innkeeper.core.xml.capabilities;
    exports org.innkeeper.core.xml.domain;
    exports org.innkeeper.core.xml.network;
    exports org.innkeeper.core.xml.nodedevice;
    exports org.innkeeper.core.xml.snapshot;
    exports org.innkeeper.core.xml.storage;

    opens org.innkeeper.core.xml.capabilities to
            com.fasterxml.jackson.databind;

    uses org.innkeeper.core.spi.DriverProvider;
    uses org.innkeeper.core.spi.LocalServiceProvider;
}
