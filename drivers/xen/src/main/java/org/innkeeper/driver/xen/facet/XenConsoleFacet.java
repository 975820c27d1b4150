package org.innkeeper.driver.xen.facet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.console.OpenConsoles;
import org.innkeeper.driver.xen.console.OpenConsoles.Sharing;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.TextConsole;
import org.innkeeper.driver.xen.part.XenFunction;

/** Text consoles. A guest's screen is a matter of its VNC server. */
final class XenConsoleFacet extends XenFacet implements ConsoleFacet, AutoCloseable {
    private static final long FORCE = 1;
    private static final long SAFE = 2;

    private final Definitions definitions;
    private final OpenConsoles open = new OpenConsoles();

    XenConsoleFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
    }

    @Override
    public ByteStream openConsole(CallContext context, DomainRef domain, String device, long flags) {
        return read(context, "domain.openConsole", domain, record -> {
            DomainFlags.check("domain.openConsole", flags, FORCE | SAFE);
            if (!parts.can(context, XenFunction.CONSOLES)) {
                throw unreachable();
            }
            List<TextConsole> consoles = parts.ask(
                    context,
                    XenFunction.CONSOLES,
                    part -> part.consoles(context, active(record).key()));
            ConsoleChoice choice = new ConsoleChoice(consoles, Boolean.TRUE.equals(record.hvm()));
            Optional<TextConsole> first = choice.first();
            TextConsole console = (device == null ? first : choice.find(device, definition(context, record)))
                    .orElseThrow(() -> missing(record, device));
            Path locks = xen.paths().run().resolve("lock");
            return open.open(
                    "The console '" + console.name() + "' of domain '" + record.name() + "'",
                    console.tty(),
                    first.filter(console::equals).map(same -> locks.resolve("xenconsole." + record.id())),
                    sharing(flags));
        });
    }

    /** Aliases are in stored definitions only. */
    private XmlElement definition(CallContext context, DomainRecord domain) {
        return Boolean.TRUE.equals(inventory.get(context, domain.key().ref()).stored())
                ? definitions.stored(context, domain.key(), false)
                : definitions.live(context, domain.key(), false);
    }

    private static Sharing sharing(long flags) {
        if ((flags & FORCE) != 0) {
            return Sharing.FORCED;
        }
        return (flags & SAFE) != 0 ? Sharing.CERTAINLY_ALONE : Sharing.ALONE;
    }

    private InnkeeperException unreachable() {
        String reason = xen.local()
                ? "this user cannot read the xenstore, where it stands which terminal a console is"
                : "a console is a pseudo terminal of its host, and this is not the host";
        String remedy = xen.local() ? "Run the program as root." : "Log in to the host and connect there.";
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.XEN, "Consoles cannot be opened: " + reason)
                        .withRemedy(remedy));
    }

    private static InnkeeperException missing(DomainRecord domain, String device) {
        String what = device == null ? "text console" : "text console '" + device + "'";
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.DEVICE_MISSING,
                        ErrorOrigin.XEN,
                        "Domain '" + domain.name() + "' has no " + what + " that is open on this host")
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, domain.name()))
                .withRemedy("Look whether xenconsoled runs and the definition has a console or a serial port of the "
                        + "type 'pty'."));
    }

    @Override
    public Screenshot screenshot(CallContext context, DomainRef domain, int screen) {
        return gate.refuse(context, unsupported("pictures of screens; look at the screen through its VNC server"));
    }

    @Override
    public void sendKey(CallContext context, DomainRef domain, int codeSet, int holdTime, List<Integer> keyCodes) {
        gate.refuse(context, unsupported("keys to press; type at the screen through its VNC server"));
    }

    @Override
    public void injectNmi(CallContext context, DomainRef domain) {
        gate.refuse(context, unsupported("non-maskable interrupts"));
    }

    @Override
    public List<InterfaceAddress> interfaceAddresses(CallContext context, DomainRef domain, int source) {
        return gate.refuse(context, unsupported("knowledge of the addresses of guests"));
    }

    @Override
    public void close() {
        open.close();
    }
}
