package org.innkeeper.driver.xen.xm;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.part.DomainRecord;

/**
 * A guest's file as it was read.
 *
 * @param stamp when it was written, to see whether it is still the same
 * @param size bytes, for the same purpose
 * @param config what is in it
 * @param definition the same as a document; its UUID is missing where the file gives none
 * @param uuid of the guest: the file's, else one made of the file's path
 */
record GuestFile(Path path, FileTime stamp, long size, ConfigFile config, XmlElement definition, UUID uuid) {
    String name() {
        return view().name();
    }

    private DomainView view() {
        return new DomainView(definition, Dialect.LIBVIRT_3);
    }

    /** Whether the file tells the UUID. */
    boolean tellsUuid() {
        return definition.element("uuid") != null;
    }

    GuestFile withUuid(UUID other) {
        return new GuestFile(path, stamp, size, config, definition, other);
    }

    /** The definition with the UUID, which the caller may change. */
    XmlElement completeDefinition() {
        XmlElement complete = definition.copy();
        XmlElement uuidElement = complete.element("uuid");
        if (uuidElement == null) {
            complete.insertBefore(
                    new XmlElement("uuid").setText(uuid.toString()),
                    complete.elements().get(1));
        } else {
            uuidElement.setText(uuid.toString());
        }
        return complete;
    }

    DomainRecord asRecord() {
        DomainView view = view();
        return DomainRecord.of(DomainRef.INACTIVE)
                .uuid(uuid)
                .name(view.name())
                .state(DomainState.SHUT_OFF)
                .memory(view.currentMemory() << 10)
                .maxMemory(view.maximumMemory() << 10)
                .vcpus(view.currentVcpus())
                .maxVcpus(view.maximumVcpus())
                .hvm(view.isHvm())
                .stored(true)
                .build();
    }
}
