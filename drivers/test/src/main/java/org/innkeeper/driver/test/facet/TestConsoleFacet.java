package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.host.DomainRun;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.NicFacts;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.XmlReading;

/** Consoles and screens of guests in memory. */
final class TestConsoleFacet extends HostFacet implements ConsoleFacet {
    private static final long FORCE = 1;
    private static final long SAFE = 1L << 1;
    private static final int CODE_SETS = 11;
    private static final int MOST_KEYS = 16;
    private static final int LEASES = 0;
    private static final int AGENT = 1;
    private static final int ARP = 2;

    TestConsoleFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public ByteStream openConsole(CallContext context, DomainRef domain, String device, long flags) {
        DomainFlags.check("console.open", flags, FORCE | SAFE);
        return call(context, "console.open", () -> {
            TestDomain found = active(domain);
            requireConsole(found, device);
            ConsoleStream before = (ConsoleStream) host.consoles().get(found.uuid());
            if (before != null && before.isInUse()) {
                if ((flags & FORCE) == 0) {
                    throw HostErrors.domain(
                            ErrorCode.OPERATION_FAILED,
                            found,
                            "Somebody has the console of '" + found.name() + "' open",
                            "Force it, which throws the other one out");
                }
                before.abort();
            }
            int id = found.run().id();
            ConsoleStream[] stream = new ConsoleStream[1];
            stream[0] = new ConsoleStream(
                    gate, new EchoShell(found.name()), () -> isRunning(found.run(), id), () -> host.consoles()
                            .remove(found.uuid(), stream[0]));
            host.consoles().put(found.uuid(), stream[0]);
            return stream[0];
        });
    }

    /** Asked by readers that wait, so without the lock of the host. */
    private static boolean isRunning(DomainRun run, int id) {
        return run != null && run.id() == id;
    }

    private TestDomain active(DomainRef ref) {
        TestDomain domain = host.domains().get(ref);
        host.life().requireActive(domain);
        return domain;
    }

    private static void requireConsole(TestDomain domain, String device) {
        XmlElement devices = XmlElement.parse(domain.liveXml()).element("devices");
        if (devices != null) {
            for (String kind : List.of("console", "serial", "parallel")) {
                for (XmlElement candidate : devices.elements(kind)) {
                    if (device == null || device.equals(XmlReading.attribute(candidate, "alias", "name"))) {
                        return;
                    }
                }
            }
        }
        throw HostErrors.domain(
                ErrorCode.INVALID_ARG,
                domain,
                "'" + domain.name() + "' has no " + (device == null ? "text console" : "console '" + device + "'"),
                "Add a <console> to its definition");
    }

    @Override
    public Screenshot screenshot(CallContext context, DomainRef domain, int screen) {
        return call(context, "console.screenshot", () -> {
            TestDomain found = active(domain);
            if (screen != 0) {
                throw HostErrors.argument("'" + found.name() + "' has no screen " + screen);
            }
            return new Screenshot(
                    "image/png", ScreenPainter.png(found.uuid().hashCode(), found.state(), (long) host.seconds()));
        });
    }

    @Override
    public void sendKey(CallContext context, DomainRef domain, int codeSet, int holdTime, List<Integer> keyCodes) {
        run(context, "console.sendKey", () -> {
            TestDomain found = active(domain);
            if (found.state() != DomainState.RUNNING && found.state() != DomainState.BLOCKED) {
                throw HostErrors.state(found, "cannot take keys in its state", "Resume it first");
            }
            if (codeSet < 0 || codeSet >= CODE_SETS) {
                throw HostErrors.argument("There is no set " + codeSet + " of key codes");
            }
            if (keyCodes.isEmpty() || keyCodes.size() > MOST_KEYS || holdTime < 0) {
                throw HostErrors.argument(
                        "1 to " + MOST_KEYS + " keys can be pressed together, not " + keyCodes.size());
            }
        });
    }

    @Override
    public void injectNmi(CallContext context, DomainRef domain) {
        run(context, "console.nmi", () -> active(domain));
    }

    @Override
    public List<InterfaceAddress> interfaceAddresses(CallContext context, DomainRef domain, int source) {
        return call(context, "console.addresses", () -> {
            TestDomain found = active(domain);
            if (source == AGENT) {
                throw HostErrors.domain(
                        ErrorCode.AGENT_UNRESPONSIVE,
                        found,
                        "'" + found.name() + "' has no agent that could be asked",
                        "Ask for DHCP leases");
            }
            if (source != LEASES && source != ARP) {
                throw HostErrors.argument("There is no source " + source + " of addresses");
            }
            List<InterfaceAddress> addresses = new ArrayList<>();
            List<NicFacts> nics = found.run().definition().facts().nics();
            for (int i = 0; i < nics.size(); i++) {
                String address = host.leases().address(nics.get(i));
                addresses.add(new InterfaceAddress(
                        found.run().nicNames().get(i),
                        nics.get(i).mac(),
                        address == null ? List.of() : List.of(address)));
            }
            return addresses;
        });
    }
}
