package org.innkeeper.core.spi;

import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;

/** Consoles, the screen and the keyboard. */
public interface ConsoleFacet extends Facet {
    /**
     * {@code virDomainOpenConsole}.
     *
     * @param device alias of a console, serial or parallel device, or null for the first
     * @param flags 1 force: throw out who has it open; 2 safe: only if nobody has
     */
    ByteStream openConsole(CallContext context, DomainRef domain, String device, long flags);

    /**
     * {@code virDomainScreenshot}.
     *
     * @param screen from 0
     */
    Screenshot screenshot(CallContext context, DomainRef domain, int screen);

    /**
     * {@code virDomainSendKey}.
     *
     * @param codeSet libvirt's {@code virKeycodeSet}: 0 linux
     * @param holdTime milliseconds
     * @param keyCodes pressed together, at most 16
     */
    void sendKey(CallContext context, DomainRef domain, int codeSet, int holdTime, List<Integer> keyCodes);

    /** {@code virDomainInjectNMI}. */
    void injectNmi(CallContext context, DomainRef domain);

    /**
     * {@code virDomainInterfaceAddresses}.
     *
     * @param source 0 DHCP leases, 1 guest agent, 2 ARP
     */
    List<InterfaceAddress> interfaceAddresses(CallContext context, DomainRef domain, int source);
}
