package org.innkeeper.driver.test.host;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/**
 * A definition of a domain: its XML and the facts read from it. Immutable. The XML of generated guests is only made when
 * somebody asks for it.
 */
public final class DomainDefinition {
    private final DomainFacts facts;
    private final Supplier<String> xml;

    private DomainDefinition(DomainFacts facts, Supplier<String> xml) {
        this.facts = facts;
        this.xml = xml;
    }

    /** A definition whose XML says the same as the facts. */
    public static DomainDefinition generated(DomainFacts facts, Supplier<String> xml) {
        return new DomainDefinition(facts, xml);
    }

    /** A definition somebody wrote; what it leaves out is filled in. */
    static DomainDefinition of(XmlDocument document, DomainFacts facts) {
        String text = document.toText();
        return new DomainDefinition(facts, () -> text);
    }

    public DomainFacts facts() {
        return facts;
    }

    /** The XML without anything of a run. */
    public String xml() {
        return xml.get();
    }

    /** The same definition with something changed in its XML. */
    public DomainDefinition edited(Consumer<XmlElement> change) {
        XmlDocument document = XmlDocument.parse(xml());
        change.accept(document.root());
        return of(document, DomainReader.facts(document.root()));
    }
}
