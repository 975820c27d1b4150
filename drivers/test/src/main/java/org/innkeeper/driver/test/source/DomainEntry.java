package org.innkeeper.driver.test.source;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.DomainReader;
import org.innkeeper.driver.test.host.SavedGuest;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.XmlReading;

/** A domain of a description: its definition and, in the test namespace, the state it is in. */
final class DomainEntry {
    private final XmlElement element;
    private final DomainState state;
    private final boolean isTransient;
    private final boolean managedSave;
    private final List<XmlElement> snapshots = new ArrayList<>();

    DomainEntry(NodeFile file, XmlElement element) {
        this.element = element;
        XmlElement runState = first("runstate");
        state = runState == null ? DomainState.RUNNING : state(runState);
        isTransient = first("transient") != null;
        managedSave = first("hasmanagedsave") != null;
        for (XmlElement child : element.elements()) {
            if (isOurs(child, "domainsnapshot")) {
                snapshots.add(file.resolved(child));
            }
        }
        if (isTransient && state == DomainState.SHUT_OFF) {
            throw XmlErrors.unacceptable(element, "is transient and shut off, so it would not exist");
        }
        if (managedSave && state != DomainState.SHUT_OFF) {
            throw XmlErrors.unacceptable(element, "has a managed save and is not shut off");
        }
    }

    private static DomainState state(XmlElement runState) {
        int number = XmlReading.number(runState, runState.text());
        DomainState state = DomainState.ofNumber(number);
        if (state == DomainState.NO_STATE) {
            throw XmlErrors.unacceptable(runState, "names the unknown state " + number);
        }
        return state;
    }

    private XmlElement first(String name) {
        return element.elements().stream()
                .filter(child -> isOurs(child, name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOurs(XmlElement child, String name) {
        return child.localName().equals(name) && DomainReader.TEST_NAMESPACE.equals(child.namespace());
    }

    void addTo(TestHost host) {
        DomainDefinition definition = host.inventory().reader().read(XmlDocument.of(alone()));
        TestDomain domain = host.inventory().place(definition, !isTransient);
        if (state != DomainState.SHUT_OFF) {
            host.life().appear(domain, definition, state);
        }
        for (XmlElement snapshot : snapshots) {
            host.snapshots().redefine(domain, snapshot, "1".equals(XmlReading.text(snapshot, "active")));
        }
        if (managedSave) {
            host.inventory().setManagedSave(domain, new SavedGuest(definition, true));
        }
    }

    /** The domain as a document of its own, which still knows its place in the file and its namespaces. */
    private XmlElement alone() {
        XmlElement copy = element.copy();
        for (XmlElement above = element.parent(); above != null; above = above.parent()) {
            above.attributes().forEach((name, value) -> {
                if (name.startsWith("xmlns:") && copy.attribute(name) == null) {
                    copy.setAttribute(name, value);
                }
            });
        }
        return copy;
    }
}
