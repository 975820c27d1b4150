package org.innkeeper.driver.qemu.facet;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.qemu.console.Keyboard;
import org.innkeeper.driver.qemu.console.Screen;
import org.innkeeper.driver.qemu.console.TextConsoles;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;

/** Consoles, the screen and the keyboard. */
final class QemuConsoleFacet implements ConsoleFacet {
    private static final long FORCE = 1;
    private static final long SAFE = 2;

    private final EmbeddedHost host;
    private final CallGate gate;
    private final TextConsoles consoles = new TextConsoles();

    QemuConsoleFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    @Override
    public ByteStream openConsole(CallContext context, DomainRef domain, String device, long flags) {
        return gate.call(context, "opening a console", () -> {
            DomainFlags.check("opening a console", flags, FORCE | SAFE);
            return consoles.open(guest(domain), device, (flags & FORCE) != 0);
        });
    }

    @Override
    public Screenshot screenshot(CallContext context, DomainRef domain, int screen) {
        return gate.call(context, "taking a picture", () -> Screen.shoot(context, guest(domain), screen));
    }

    @Override
    public void sendKey(CallContext context, DomainRef domain, int codeSet, int holdTime, List<Integer> keyCodes) {
        gate.run(context, "sending keys", () -> Keyboard.press(context, guest(domain), codeSet, holdTime, keyCodes));
    }

    @Override
    public void injectNmi(CallContext context, DomainRef domain) {
        gate.run(context, "injecting an NMI", () -> {
            Guest guest = guest(domain);
            guest.requireRun().requireMonitor(context, guest).execute(context, "inject-nmi");
        });
    }

    @Override
    public List<InterfaceAddress> interfaceAddresses(CallContext context, DomainRef domain, int source) {
        return gate.call(context, "reading addresses", () -> {
            throw new InnkeeperException(
                    ErrorCode.NO_SUPPORT, ErrorOrigin.QEMU, "this driver does not know the addresses of its guests");
        });
    }

    void close() {
        consoles.close();
    }

    private Guest guest(DomainRef domain) {
        return host.guests().require(domain);
    }
}
