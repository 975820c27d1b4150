package org.innkeeper.driver.xen.facet;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;

/** Starts domains: new ones from documents, stored ones by who stores them, or from their file. */
final class Starter {
    private final XenContext xen;
    private final Definitions definitions;

    Starter(XenContext xen, Definitions definitions) {
        this.xen = xen;
        this.definitions = definitions;
    }

    DomainRef create(CallContext context, String xml, boolean paused) {
        List<DomainRecord> present = xen.inventory().all(context);
        XmlElement definition = definitions.read(context, xml, present);
        String name = definition.element("name").text().strip();
        UUID uuid = UUID.fromString(definition.element("uuid").text());
        if (present.stream().anyMatch(other -> other.active() && other.uuid().equals(uuid))) {
            throw Definitions.problem(ErrorCode.OPERATION_INVALID, "The domain '" + name + "' runs already");
        }
        int id = create(context, definition, paused);
        return new DomainRef(name, uuid, id);
    }

    private int create(CallContext context, XmlElement definition, boolean paused) {
        return xen.parts().ask(context, XenFunction.CREATE, part -> part.create(context, definition, paused));
    }

    DomainRef start(CallContext context, DomainRecord domain, boolean paused) {
        DomainKey key = domain.key();
        int id;
        if (!xen.parts().can(context, XenFunction.START)) {
            // xend of before 3.0.4 starts what it is told, and keeps nothing.
            id = create(context, definitions.stored(context, key, true), paused);
        } else {
            Path file = xen.parts().can(context, XenFunction.CONFIGURATION_FILE)
                    ? xen.parts()
                            .ask(context, XenFunction.CONFIGURATION_FILE, part -> part.configurationFile(context, key))
                    : null;
            id = xen.parts().ask(context, XenFunction.START, part -> part.start(context, key, file, paused));
        }
        return new DomainRef(key.name(), key.uuid(), id);
    }
}
