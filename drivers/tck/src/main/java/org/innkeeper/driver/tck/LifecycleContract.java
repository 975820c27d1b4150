package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The life of a domain: starting, stopping, pausing, its memory, and what happens when it ends of its own. */
public abstract class LifecycleContract extends DriverContract {
    private static final int ON_POWEROFF = 0;
    private static final int ON_CRASH = 2;
    private static final int DESTROY = 0;
    private static final int RESTART = 1;
    private static final int PRESERVE = 3;

    /** For subclasses. */
    protected LifecycleContract() {}

    @Test
    void startGivesANewIdEachTime() {
        DomainRef domain = definedGuest();
        DomainRef first = domains.start(call(), domain, 0);
        assertFails(() -> domains.start(call(), first, 0), ErrorCode.OPERATION_INVALID);
        domains.destroy(call(), first, 0);
        awaitState(domain, DomainState.SHUT_OFF);

        DomainRef second = domains.start(call(), domain, 0);

        assertThat(first.id()).isPositive();
        assertThat(second.id()).isPositive();
        assertThat(second.id() == first.id()).isEqualTo(fixture.definitionIsTheRun());
        assertThat(second.uuid()).isEqualTo(domain.uuid());
    }

    @Test
    void startedPausedItWaitsToBeResumed() {
        DomainRef defined = definedGuest();
        requires(Feature.DOMAIN_SUSPEND, () -> domains.start(call(), defined, DomainFlags.START_PAUSED));
        DomainRef domain = domains.start(call(), defined, DomainFlags.START_PAUSED);
        assertThat(domains.status(call(), domain).state()).isEqualTo(DomainState.PAUSED);

        domains.resume(call(), domain);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void destroyEndsTheRun() {
        DomainRef domain = runningGuest();

        domains.destroy(call(), domain, 0);

        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(current(domain).id()).isEqualTo(DomainRef.INACTIVE);
        assertFails(() -> domains.destroy(call(), domain, 0), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void suspendAndResume() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_SUSPEND, () -> domains.suspend(call(), domain));

        domains.suspend(call(), domain);
        assertThat(domains.status(call(), domain).state()).isEqualTo(DomainState.PAUSED);
        assertThat(domains.list(call(), DomainFlags.LIST_PAUSED)).contains(domain);
        assertThat(current(domain).id()).isEqualTo(domain.id());
        domains.resume(call(), domain);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void whatNeedsARunIsInvalidWithoutOne() {
        DomainRef domain = definedGuest();

        assertFails(() -> domains.destroy(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        if (fixture.features().contains(Feature.DOMAIN_SUSPEND)) {
            assertFails(() -> domains.suspend(call(), domain), ErrorCode.OPERATION_INVALID);
            assertFails(() -> domains.resume(call(), domain), ErrorCode.OPERATION_INVALID);
        }
        if (fixture.features().contains(Feature.DOMAIN_SHUTDOWN)) {
            assertFails(() -> domains.shutdown(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        }
        if (fixture.features().contains(Feature.DOMAIN_REBOOT)) {
            assertFails(() -> domains.reboot(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        }
        if (fixture.features().contains(Feature.DOMAIN_RESET)) {
            assertFails(() -> domains.reset(call(), domain), ErrorCode.OPERATION_INVALID);
        }
    }

    @Test
    void shutdownAsksTheGuest() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_SHUTDOWN, () -> domains.shutdown(call(), domain, 0));

        domains.shutdown(call(), domain, 0);

        Assumptions.assumeTrue(fixture.guestReacts(), "the guest of this fixture does not listen");
        awaitState(domain, DomainState.SHUT_OFF);
    }

    @Test
    void rebootKeepsTheRun() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_REBOOT, () -> domains.reboot(call(), domain, 0));

        domains.reboot(call(), domain, 0);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(current(domain).id()).isEqualTo(domain.id());
    }

    @Test
    void resetKeepsTheRun() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_RESET, () -> domains.reset(call(), domain));

        domains.reset(call(), domain);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(current(domain).id()).isEqualTo(domain.id());
    }

    @Test
    void infoTellsMemoryAndVcpusOfTheDefinition() {
        DomainRef domain = definedGuest();
        DomainInfo off = domains.info(call(), domain);
        DomainRef running = domains.start(call(), domain, 0);
        DomainInfo on = domains.info(call(), running);

        assertThat(off.state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(off.memory()).isPositive().isLessThanOrEqualTo(off.maxMemory());
        assertThat(off.maxMemory()).isEqualTo(domains.maxMemory(call(), domain));
        assertThat(on.maxMemory()).isEqualTo(off.maxMemory());
        assertThat(on.vcpus()).isEqualTo(off.vcpus()).isPositive();
        assertThat(on.memory()).isLessThanOrEqualTo(on.maxMemory());
        assertThat(domains.info(call(), running).cpuTime()).isGreaterThanOrEqualTo(on.cpuTime());
    }

    @Test
    void storedMemoryCanBeChanged() {
        DomainRef domain = definedGuest();
        long max = domains.maxMemory(call(), domain);
        requires(
                Feature.DOMAIN_SET_MEMORY, () -> domains.setMemory(call(), domain, max / 2, DomainFlags.AFFECT_CONFIG));

        domains.setMemory(call(), domain, max / 2, DomainFlags.AFFECT_CONFIG);

        assertThat(domains.info(call(), domain).memory()).isEqualTo(max / 2);
        assertFails(() -> domains.setMemory(call(), domain, max + 1, DomainFlags.AFFECT_CONFIG), ErrorCode.INVALID_ARG);
        assertFails(() -> domains.setMemory(call(), domain, 0, DomainFlags.AFFECT_CONFIG), ErrorCode.INVALID_ARG);
        assertFails(
                () -> domains.setMemory(call(), domain, max / 2, DomainFlags.AFFECT_LIVE), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void maximumMemoryOfAnInactiveDomainCanBeChanged() {
        DomainRef domain = definedGuest();
        long twice = 2 * domains.maxMemory(call(), domain);
        requires(Feature.DOMAIN_SET_MAX_MEMORY, () -> domains.setMaxMemory(call(), domain, twice));

        domains.setMaxMemory(call(), domain, twice);

        assertThat(domains.maxMemory(call(), domain)).isEqualTo(twice);
        assertFails(() -> domains.setMaxMemory(call(), domain, 0), ErrorCode.INVALID_ARG);
        DomainRef running = domains.start(call(), domain, 0);
        assertFails(() -> domains.setMaxMemory(call(), running, twice * 2), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void lifecycleActionsAreStored() {
        DomainRef domain = definedGuest();
        requires(
                Feature.DOMAIN_LIFECYCLE_ACTIONS,
                () -> domains.setLifecycleAction(call(), domain, ON_CRASH, PRESERVE, DomainFlags.AFFECT_CONFIG));

        domains.setLifecycleAction(call(), domain, ON_CRASH, PRESERVE, DomainFlags.AFFECT_CONFIG);

        assertThat(xml(domain, DomainFlags.XML_INACTIVE).element("on_crash").text())
                .isEqualTo("preserve");
        assertFails(
                () -> domains.setLifecycleAction(call(), domain, 9, DESTROY, DomainFlags.AFFECT_CONFIG),
                ErrorCode.INVALID_ARG);
        assertFails(
                () -> domains.setLifecycleAction(call(), domain, ON_POWEROFF, 9, DomainFlags.AFFECT_CONFIG),
                ErrorCode.INVALID_ARG);
    }

    @Test
    void poweroffCanMeanRestart() {
        requires(Feature.DOMAIN_LIFECYCLE_ACTIONS);
        Assumptions.assumeTrue(fixture.guestReacts(), "the guest of this fixture does not listen");
        DomainRef domain = definedGuest();
        domains.setLifecycleAction(call(), domain, ON_POWEROFF, RESTART, DomainFlags.AFFECT_CONFIG);
        DomainRef running = domains.start(call(), domain, 0);

        domains.shutdown(call(), running, 0);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(current(domain).active()).isTrue();
    }

    @Test
    void crashedIsAStateOfItsOwn() {
        DriverFixture.GuestAct crash =
                fixture.crash().orElseGet(() -> Assumptions.abort("the guest of this fixture cannot be made to crash"));
        DomainRef domain = definedGuest();
        domains.setLifecycleAction(call(), domain, ON_CRASH, PRESERVE, DomainFlags.AFFECT_CONFIG);
        DomainRef running = domains.start(call(), domain, 0);

        crash.perform(connection, call(), running);

        awaitState(domain, DomainState.CRASHED);
        assertThat(domains.list(call(), DomainFlags.LIST_OTHER)).contains(running);
        assertThat(domains.list(call(), DomainFlags.LIST_RUNNING)).doesNotContain(running);
        domains.destroy(call(), running, 0);
        awaitState(domain, DomainState.SHUT_OFF);
    }

    @Test
    void crashCanMeanDestroyOrRestart() {
        DriverFixture.GuestAct crash =
                fixture.crash().orElseGet(() -> Assumptions.abort("the guest of this fixture cannot be made to crash"));
        DomainRef domain = definedGuest();
        domains.setLifecycleAction(call(), domain, ON_CRASH, RESTART, DomainFlags.AFFECT_CONFIG);
        DomainRef running = domains.start(call(), domain, 0);
        crash.perform(connection, call(), running);
        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);

        domains.setLifecycleAction(call(), running, ON_CRASH, DESTROY, DomainFlags.AFFECT_LIVE);
        crash.perform(connection, call(), current(domain));

        awaitState(domain, DomainState.SHUT_OFF);
    }
}
