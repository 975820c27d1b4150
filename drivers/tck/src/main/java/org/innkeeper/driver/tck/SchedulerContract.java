package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.ParameterType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SchedulerFacet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scheduler of a domain. */
public abstract class SchedulerContract extends DriverContract {
    private SchedulerFacet scheduler;

    /** For subclasses. */
    protected SchedulerContract() {}

    @BeforeEach
    final void findScheduler() {
        scheduler = required(SchedulerFacet.class, Feature.SCHEDULER);
    }

    @Test
    void typeTellsHowManyParametersThereAre() {
        DomainRef domain = runningGuest();

        assertThat(scheduler.type(call(), domain).name()).isNotBlank();
        assertThat(scheduler.parameters(call(), domain, 0))
                .hasSizeLessThanOrEqualTo(scheduler.type(call(), domain).parameterCount())
                .extracting(TypedParameter::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void parametersCanBeSetToWhatTheyAreAndToMore() {
        DomainRef domain = runningGuest();
        TypedParameter weight = scheduler.parameters(call(), domain, 0).stream()
                .filter(p -> p.type() != ParameterType.STRING && p.number() > 0)
                .findFirst()
                .orElseThrow();
        TypedParameter more = new TypedParameter(weight.name(), weight.type(), weight.number() + 1, null);

        scheduler.setParameters(call(), domain, List.of(more), 0);

        assertThat(scheduler.parameters(call(), domain, 0)).contains(more);
        scheduler.setParameters(call(), domain, List.of(weight), 0);
        assertThat(scheduler.parameters(call(), domain, 0)).contains(weight);
    }

    @Test
    void wrongParametersChangeNothing() {
        DomainRef domain = runningGuest();
        List<TypedParameter> before = scheduler.parameters(call(), domain, 0);

        assertFails(
                () -> scheduler.setParameters(
                        call(), domain, List.of(TypedParameter.ofUint("no_such_parameter", 1)), 0),
                ErrorCode.INVALID_ARG);
        assertFails(
                () -> scheduler.setParameters(
                        call(),
                        domain,
                        List.of(TypedParameter.ofString(before.get(0).name(), "x")),
                        0),
                ErrorCode.INVALID_ARG);
        assertThat(scheduler.parameters(call(), domain, 0)).isEqualTo(before);
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = runningGuest();

        assertRefusesUnknownFlag(() -> scheduler.parameters(call(), domain, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> scheduler.setParameters(call(), domain, List.of(), UNKNOWN_FLAG));
    }
}
