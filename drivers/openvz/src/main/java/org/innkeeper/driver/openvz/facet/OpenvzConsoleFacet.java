package org.innkeeper.driver.openvz.facet;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.openvz.console.OpenConsoles;
import org.innkeeper.driver.openvz.definition.ContainerXml;
import org.innkeeper.driver.openvz.definition.VenetAddress;
import org.innkeeper.driver.openvz.host.VzErrors;

/** The console of a container, and the addresses the host routes to it. A container has no screen and no keyboard. */
final class OpenvzConsoleFacet extends ContainerFacet implements ConsoleFacet, AutoCloseable {
    private static final long FORCE = 1;
    private static final long SAFE = 2;

    /** The host gives a container its addresses, as a DHCP server would; agents and ARP tables play no part. */
    private static final int LEASES = 0;

    private static final int SOURCES = 3;
    private static final String VENET = "venet0";

    private final OpenConsoles open = new OpenConsoles();

    OpenvzConsoleFacet(OpenvzContext openvz) {
        super(openvz);
    }

    @Override
    public ByteStream openConsole(CallContext context, DomainRef domain, String device, long flags) {
        return read(context, "domain.openConsole", domain, container -> {
            DomainFlags.check("domain.openConsole", flags, FORCE | SAFE);
            if (!abilities.console()) {
                throw VzErrors.unsupported("consoles here; the installed vzctl is older than 4.1");
            }
            if (device != null && !device.equals(ContainerXml.CONSOLE)) {
                throw VzErrors.of(
                        ErrorCode.DEVICE_MISSING,
                        "Container '" + container.name() + "' has no console '" + device + "'",
                        "Open " + ContainerXml.CONSOLE);
            }
            List<String> command = host.vzctl().consoleCommand(active(container).veid());
            return open.open(container, command, (flags & FORCE) != 0);
        });
    }

    @Override
    public List<InterfaceAddress> interfaceAddresses(CallContext context, DomainRef domain, int source) {
        return read(context, "domain.interfaceAddresses", domain, container -> {
            if (source < 0 || source >= SOURCES) {
                throw VzErrors.invalidArgument("There is no source of addresses with the number " + source);
            }
            List<String> addresses = new ArrayList<>();
            if (source == LEASES) {
                VenetAddress.of(active(container).config()).forEach(address -> addresses.add(address.withPrefix()));
            } else {
                active(container);
            }
            return addresses.isEmpty() ? List.of() : List.of(new InterfaceAddress(VENET, null, addresses));
        });
    }

    @Override
    public Screenshot screenshot(CallContext context, DomainRef domain, int screen) {
        return gate.refuse(context, VzErrors.unsupported("pictures of screens; containers have none"));
    }

    @Override
    public void sendKey(CallContext context, DomainRef domain, int codeSet, int holdTime, List<Integer> keyCodes) {
        gate.refuse(context, VzErrors.unsupported("keys to press; type at the console"));
    }

    @Override
    public void injectNmi(CallContext context, DomainRef domain) {
        gate.refuse(context, VzErrors.unsupported("non-maskable interrupts"));
    }

    @Override
    public void close() {
        open.close();
    }
}
