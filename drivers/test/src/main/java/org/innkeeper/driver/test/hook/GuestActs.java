package org.innkeeper.driver.test.hook;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Facet;

/**
 * What guests do of their own, for tests and demonstrations: only the test driver has it. Each fails with
 * {@code OPERATION_INVALID} unless the guest runs.
 */
public interface GuestActs extends Facet {
    /** The guest shuts itself down; what happens then is its {@code on_poweroff}. */
    void powerOff(CallContext context, DomainRef domain);

    /** The guest reboots itself; what happens then is its {@code on_reboot}. */
    void reboot(CallContext context, DomainRef domain);

    /** The guest crashes; what happens then is its {@code on_crash}. */
    void crash(CallContext context, DomainRef domain);

    /** The guest puts itself to sleep. */
    void sleep(CallContext context, DomainRef domain);

    /** The guest wakes up; it must sleep. */
    void wakeUp(CallContext context, DomainRef domain);
}
