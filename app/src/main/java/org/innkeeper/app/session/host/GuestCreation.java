package org.innkeeper.app.session.host;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.NewGuest;
import org.innkeeper.app.session.NewVolume;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.StorageVolume;
import org.innkeeper.core.api.flag.DomainDefineFlag;
import org.innkeeper.core.api.flag.DomainStartFlag;
import org.innkeeper.core.api.flag.DomainUndefineFlag;
import org.innkeeper.core.api.flag.VolumeCreateFlag;
import org.innkeeper.core.api.flag.VolumeDeleteFlag;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;

/** Makes a guest with its volumes: all of it, or nothing. */
final class GuestCreation {
    private final HostCore core;
    private final NewGuest guest;
    private final Job job;
    private final Journals.Journal journal;
    private final Undo undo = new Undo();

    GuestCreation(HostCore core, Journals journals, NewGuest guest, Job job) {
        journal = journals.begin(core.definition().id(), guest.name());
        this.core = core;
        this.guest = guest;
        this.job = job;
    }

    GuestKey run() {
        Connection connection = core.connected();
        refuseTakenName();
        try {
            List<String> paths = new ArrayList<>();
            for (NewVolume volume : guest.volumes()) {
                job.call().check("creating " + guest.name());
                paths.add(create(connection, volume));
            }
            job.call().check("creating " + guest.name());
            return define(connection, guest.definition().apply(paths));
        } catch (InnkeeperException e) {
            InnkeeperException told = undo.undo(e);
            journal.end();
            throw told;
        }
    }

    /** Before anything is made; the host checks again. */
    private void refuseTakenName() {
        core.inventory().snapshot().stream()
                .filter(other -> other.name().equals(guest.name()))
                .findAny()
                .ifPresent(other -> {
                    throw new InnkeeperException(ErrorInfo.of(
                                    ErrorCode.DOM_EXIST,
                                    ErrorOrigin.NONE,
                                    "a guest named " + guest.name() + " exists already")
                            .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, guest.name()))
                            .withRemedy("Choose another name."));
                });
    }

    private String create(Connection connection, NewVolume volume) {
        CallContext call = job.call();
        StorageVolume made = connection
                .storage()
                .lookupByName(call, volume.pool())
                .createVolume(call, definition(volume), EnumSet.noneOf(VolumeCreateFlag.class));
        undo.made(
                "volume " + volume.name() + " in pool " + volume.pool(),
                removal -> made.delete(removal, EnumSet.noneOf(VolumeDeleteFlag.class)));
        journal.made(volume.pool(), volume.name());
        return made.path(call);
    }

    private static String definition(NewVolume volume) {
        XmlElement root = new XmlElement("volume");
        root.add(new XmlElement("name").setText(volume.name()));
        root.add(new XmlElement("capacity").setAttribute("unit", "bytes").setText(Long.toString(volume.capacity())));
        XmlElement target = new XmlElement("target");
        target.add(new XmlElement("format").setAttribute("type", volume.format()));
        root.add(target);
        return root.toText();
    }

    private GuestKey define(Connection connection, String xml) {
        CallContext call = job.call();
        Domain domain = connection.domains().define(call, xml, Set.<DomainDefineFlag>of());
        journal.end();
        undo.made("guest " + guest.name(), removal -> domain.undefine(removal, Set.<DomainUndefineFlag>of()));
        if (guest.autostart()) {
            domain.setAutostart(call, true);
        }
        if (guest.start()) {
            call.check("starting " + guest.name());
            domain.start(call, Set.<DomainStartFlag>of());
        }
        core.inventory().status(domain.refresh(call), domain.status(call));
        core.inventory().setAutostart(domain.uuid(), guest.autostart());
        return new GuestKey(core.definition().id(), domain.uuid());
    }
}
