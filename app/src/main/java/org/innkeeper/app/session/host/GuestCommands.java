package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.GuestAction;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.flag.DomainDefineFlag;
import org.innkeeper.core.api.flag.DomainDestroyFlag;
import org.innkeeper.core.api.flag.DomainStartFlag;
import org.innkeeper.core.api.flag.DomainXmlFlag;
import org.innkeeper.core.api.flag.ShutdownMode;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;

/** What is asked of single guests. Each method blocks and belongs on a lane. */
final class GuestCommands {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HostCore core;

    GuestCommands(HostCore core) {
        this.core = core;
    }

    void perform(GuestAction action, UUID guest) {
        CallContext call = CallContext.within(LIMIT);
        Domain domain = domain(core.connected(), call, guest);
        try {
            perform(action, call, domain);
        } finally {
            refresh(domain);
        }
    }

    private static void perform(GuestAction action, CallContext call, Domain domain) {
        switch (action) {
            case RUN -> domain.start(call, Set.<DomainStartFlag>of());
            case PAUSE -> domain.suspend(call);
            case RESUME -> domain.resume(call);
            case SHUT_DOWN -> domain.shutdown(call, Set.<ShutdownMode>of());
            case REBOOT -> domain.reboot(call, Set.<ShutdownMode>of());
            case FORCE_RESET -> domain.reset(call);
            case FORCE_OFF -> domain.destroy(call, Set.<DomainDestroyFlag>of());
        }
    }

    /** Looks at the guest after an action, whether it went well or not: what a poll says that was sent before is old. */
    private void refresh(Domain domain) {
        CallContext call = CallContext.within(LIMIT);
        try {
            DomainRef ref = domain.refresh(call);
            core.inventory().status(ref, domain.status(call));
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                core.inventory().remove(domain.uuid());
            }
            // Anything else the next poll will tell.
        }
        core.changed();
    }

    String xml(UUID guest, DefinitionView view) {
        CallContext call = CallContext.within(LIMIT);
        return domain(core.connected(), call, guest).xml(call, flags(view));
    }

    private static Set<DomainXmlFlag> flags(DefinitionView view) {
        return switch (view) {
            case CURRENT -> EnumSet.noneOf(DomainXmlFlag.class);
            case STORED -> EnumSet.of(DomainXmlFlag.INACTIVE);
            case STORED_WITH_SECRETS -> EnumSet.of(DomainXmlFlag.INACTIVE, DomainXmlFlag.SECURE);
        };
    }

    void replaceDefinition(UUID guest, String base, String edited) {
        CallContext call = CallContext.within(LIMIT);
        Connection connection = core.connected();
        Domain domain = domain(connection, call, guest);
        if (!domain.xml(call, flags(DefinitionView.STORED_WITH_SECRETS)).equals(base)) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.OPERATION_INVALID,
                            ErrorOrigin.NONE,
                            "the definition of " + domain.name() + " was changed by somebody else meanwhile")
                    .withSubject(subject(domain.ref()))
                    .withRemedy("Read it again and make the change once more."));
        }
        connection.domains().define(call, edited, Set.<DomainDefineFlag>of());
        refresh(domain);
    }

    void setAutostart(UUID guest, boolean autostart) {
        CallContext call = CallContext.within(LIMIT);
        domain(core.connected(), call, guest).setAutostart(call, autostart);
        core.inventory().setAutostart(guest, autostart);
        core.changed();
    }

    void rename(UUID guest, String newName) {
        CallContext call = CallContext.within(LIMIT);
        Domain domain = domain(core.connected(), call, guest);
        domain.rename(call, newName);
        refresh(domain);
    }

    /** The guest by the name and id that are known of it, so that messages name it; else as the host knows it. */
    Domain domain(Connection connection, CallContext call, UUID guest) {
        DomainRef known = core.inventory().domain(guest);
        return known == null
                ? connection.domains().lookupByUuid(call, guest)
                : connection.domains().of(known);
    }

    private static ErrorSubject subject(DomainRef domain) {
        return new ErrorSubject(ErrorSubject.Kind.DOMAIN, domain.name(), domain.uuid(), domain.id());
    }
}
