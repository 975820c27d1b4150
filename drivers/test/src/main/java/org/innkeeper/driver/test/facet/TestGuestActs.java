package org.innkeeper.driver.test.facet;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.test.hook.GuestActs;
import org.innkeeper.driver.test.host.TestHost;

/** Makes guests in memory do something. */
final class TestGuestActs extends HostFacet implements GuestActs {
    TestGuestActs(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public void powerOff(CallContext context, DomainRef domain) {
        run(context, "guest.powerOff", () -> host.life().powerOff(host.domains().get(domain), true));
    }

    @Override
    public void reboot(CallContext context, DomainRef domain) {
        run(context, "guest.reboot", () -> host.life().reboot(host.domains().get(domain)));
    }

    @Override
    public void crash(CallContext context, DomainRef domain) {
        run(context, "guest.crash", () -> host.life().crash(host.domains().get(domain)));
    }

    @Override
    public void sleep(CallContext context, DomainRef domain) {
        run(context, "guest.sleep", () -> host.life().sleep(host.domains().get(domain)));
    }

    @Override
    public void wakeUp(CallContext context, DomainRef domain) {
        run(context, "guest.wakeUp", () -> host.life().wakeUp(host.domains().get(domain)));
    }
}
