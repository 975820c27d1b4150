package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.api.flag.ConsoleFlag;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.Feature;

/** Consoles, the screen, the keyboard and the addresses of a guest. */
public final class DomainConsole extends DomainPart {
    private static final int MAX_KEYS = 16;

    DomainConsole(Domain domain) {
        super(domain);
    }

    /**
     * {@code virDomainOpenConsole}.
     *
     * @param device alias of a console, serial or parallel device, or null for the first
     */
    public ByteStream open(CallContext context, String device, Set<ConsoleFlag> flags) {
        ByteStream stream = call("open")
                .changes()
                .needs(Feature.DOMAIN_CONSOLE)
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.openConsole(c, ref(), device, Flag.bits(flags)));
        return new ApiStream(core(), stream, "DomainConsole.open", subject());
    }

    /**
     * A picture of the screen: {@code virDomainScreenshot}.
     *
     * @param screen from 0
     */
    public Screenshot screenshot(CallContext context, int screen) {
        return call("screenshot")
                .changes()
                .needs(Feature.DOMAIN_SCREENSHOT)
                .atLeast("screen", screen, 0)
                .get(context, (facet, c) -> facet.screenshot(c, ref(), screen));
    }

    /**
     * Presses keys together: {@code virDomainSendKey}.
     *
     * @param holdTime milliseconds, at least 0
     * @param keyCodes 1 to 16 codes
     */
    public void sendKey(CallContext context, KeycodeSet codeSet, int holdTime, List<Integer> keyCodes) {
        call("sendKey")
                .changes()
                .needs(Feature.DOMAIN_SEND_KEY)
                .notNull("codeSet", codeSet)
                .atLeast("holdTime", holdTime, 0)
                .check(
                        keyCodes != null && !keyCodes.isEmpty() && keyCodes.size() <= MAX_KEYS,
                        "keyCodes must hold 1 to " + MAX_KEYS + " codes")
                .run(context, (facet, c) -> facet.sendKey(c, ref(), codeSet.number(), holdTime, keyCodes));
    }

    /** {@code virDomainInjectNMI}. */
    public void injectNmi(CallContext context) {
        call("injectNmi")
                .changes()
                .needs(Feature.DOMAIN_INJECT_NMI)
                .run(context, (facet, c) -> facet.injectNmi(c, ref()));
    }

    /** {@code virDomainInterfaceAddresses}; asking the guest agent is refused on a read-only connection. */
    public List<InterfaceAddress> interfaceAddresses(CallContext context, AddressSource source) {
        return call("interfaceAddresses")
                .changesIf(source == AddressSource.AGENT)
                .needs(Feature.DOMAIN_INTERFACE_ADDRESSES)
                .notNull("source", source)
                .get(context, (facet, c) -> facet.interfaceAddresses(c, ref(), source.number()));
    }

    private Call<ConsoleFacet> call(String method) {
        return call(ConsoleFacet.class, method);
    }
}
