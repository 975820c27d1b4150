package org.innkeeper.core.xml.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/**
 * The definition of a domain, in the dialect of 2007 or of today. Not thread-safe.
 */
public final class DomainDocument extends DefinitionDocument<DomainDocument> {
    private static final String DEFAULT_TYPE = "xen";

    private DomainDocument(XmlDocument xml) {
        super(xml, "domain");
    }

    /**
     * Reads a definition that is to be defined or started, and checks what must hold for any hypervisor.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR or
     *     CONFIG_UNSUPPORTED naming the element where it breaks a rule
     */
    public static DomainDocument parse(String text) {
        DomainDocument document = read(text);
        document.validate();
        return document;
    }

    /**
     * Reads a definition that some host has, which is its own judge of what it accepts.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL where it is not well-formed, XML_ERROR where it is
     *     no domain
     */
    public static DomainDocument read(String text) {
        return of(XmlDocument.parse(text));
    }

    /** The definition that a document holds; both stay the same object. */
    public static DomainDocument of(XmlDocument xml) {
        return new DomainDocument(xml);
    }

    /**
     * Checks what must hold for any hypervisor, for example after an edit.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_ERROR or CONFIG_UNSUPPORTED naming the element that breaks
     *     a rule
     */
    public void validate() {
        DomainRules.check(this);
    }

    @Override
    protected DomainDocument self() {
        return this;
    }

    /** The kind of hypervisor; where none is named, Xen. */
    public String type() {
        return DomainProperties.TYPE.get(root()).orElse(DEFAULT_TYPE);
    }

    public Optional<UUID> uuid() {
        return DomainProperties.UUID.get(root());
    }

    /** The devices of one kind, such as {@code disk}, in their order; a copy. */
    public List<XmlElement> devices(String kind) {
        XmlElement devices = root().element("devices");
        return devices == null ? List.of() : devices.elements(kind);
    }

    /** All devices in their order, the emulator is none; a copy. */
    public List<XmlElement> devices() {
        XmlElement devices = root().element("devices");
        List<XmlElement> all = devices == null ? new ArrayList<>() : devices.elements();
        all.removeIf(device -> device.name().equals("emulator"));
        return all;
    }

    /** Puts a device behind those of its kind. */
    public XmlElement addDevice(XmlElement device) {
        XmlElement devices = root().element("devices");
        if (devices == null) {
            devices = new XmlElement("devices");
            root().insert(devices);
        }
        devices.insert(device);
        return device;
    }

    /** What a user should know about the definition although it is accepted. */
    public List<String> notices() {
        return DomainDialect.notices(this);
    }

    @Override
    public DomainDocument copy() {
        return new DomainDocument(xml().copy());
    }
}
