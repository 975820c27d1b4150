package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Title, description and metadata of other programs. */
public abstract class MetadataContract extends DriverContract {
    private static final int DESCRIPTION = 0;
    private static final int TITLE = 1;
    private static final int ELEMENT = 2;
    private static final String URI = "http://example.org/tck/1.0";
    private static final long CONFIG = DomainFlags.AFFECT_CONFIG;
    private static final long LIVE = DomainFlags.AFFECT_LIVE;

    private MetadataFacet metadata;

    /** For subclasses. */
    protected MetadataContract() {}

    @BeforeEach
    final void findMetadata() {
        metadata = required(MetadataFacet.class, Feature.DOMAIN_METADATA);
    }

    @Test
    void titleAndDescriptionComeAndGo() {
        DomainRef domain = definedGuest();
        assertFails(() -> metadata.metadata(call(), domain, TITLE, null, CONFIG), ErrorCode.NO_DOMAIN_METADATA);

        metadata.setMetadata(call(), domain, TITLE, "A & B", null, null, CONFIG);
        metadata.setMetadata(call(), domain, DESCRIPTION, "one\ntwo", null, null, CONFIG);
        assertThat(metadata.metadata(call(), domain, TITLE, null, CONFIG)).isEqualTo("A & B");
        assertThat(metadata.metadata(call(), domain, DESCRIPTION, null, CONFIG)).isEqualTo("one\ntwo");
        assertThat(xml(domain, 0).element("title").text()).isEqualTo("A & B");

        metadata.setMetadata(call(), domain, TITLE, null, null, null, CONFIG);
        assertThat(xml(domain, 0).element("title")).isNull();
        assertThat(xml(domain, 0).element("description")).isNotNull();
    }

    @Test
    void elementsGoByTheirNamespace() {
        DomainRef domain = definedGuest();
        String element = "<note kind='x'><line>first</line></note>";

        metadata.setMetadata(call(), domain, ELEMENT, element, "tck", URI, CONFIG);

        XmlElement stored = xml(domain, 0).element("metadata").element("tck:note");
        assertThat(stored.namespace()).isEqualTo(URI);
        XmlElement read = XmlElement.parse(metadata.metadata(call(), domain, ELEMENT, URI, CONFIG));
        assertThat(read.localName()).isEqualTo("note");
        assertThat(read.attribute("kind")).isEqualTo("x");
        assertThat(read.elements()).hasSize(1);
        metadata.setMetadata(call(), domain, ELEMENT, "<other/>", "tck", URI, CONFIG);
        assertThat(xml(domain, 0).element("metadata").elements()).hasSize(1);
        metadata.setMetadata(call(), domain, ELEMENT, null, null, URI, CONFIG);
        assertFails(() -> metadata.metadata(call(), domain, ELEMENT, URI, CONFIG), ErrorCode.NO_DOMAIN_METADATA);
    }

    @Test
    void liveAndStoredOnesAreApart() {
        DomainRef domain = runningGuest();

        metadata.setMetadata(call(), domain, TITLE, "live", null, null, LIVE);
        metadata.setMetadata(call(), domain, TITLE, "stored", null, null, CONFIG);

        String live = fixture.definitionIsTheRun() ? "stored" : "live";
        assertThat(metadata.metadata(call(), domain, TITLE, null, LIVE)).isEqualTo(live);
        assertThat(metadata.metadata(call(), domain, TITLE, null, CONFIG)).isEqualTo("stored");
        assertThat(metadata.metadata(call(), domain, TITLE, null, 0)).isEqualTo(live);
    }

    @Test
    void nonsenseIsRefused() {
        DomainRef domain = definedGuest();

        assertFails(
                () -> metadata.setMetadata(call(), domain, TITLE, "two\nlines", null, null, CONFIG),
                ErrorCode.INVALID_ARG,
                ErrorCode.XML_ERROR);
        assertFails(
                () -> metadata.setMetadata(call(), domain, ELEMENT, "<note>", "tck", URI, CONFIG),
                ErrorCode.XML_DETAIL,
                ErrorCode.XML_ERROR,
                ErrorCode.INVALID_ARG);
        assertFails(() -> metadata.metadata(call(), domain, 9, null, CONFIG), ErrorCode.INVALID_ARG);
        assertFails(() -> metadata.metadata(call(), domain, TITLE, null, LIVE), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = definedGuest();

        assertRefusesUnknownFlag(() -> metadata.metadata(call(), domain, TITLE, null, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> metadata.setMetadata(call(), domain, TITLE, "x", null, null, UNKNOWN_FLAG));
    }
}
