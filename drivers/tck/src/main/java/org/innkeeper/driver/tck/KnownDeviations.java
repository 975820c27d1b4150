package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Turns around the tests of {@link DriverFixture#deviations()}: they must fail, and are skipped with the reason then. Sees
 * to it that each of {@link DriverFixture#refusals()} is met.
 */
public final class KnownDeviations implements InvocationInterceptor {
    private static final int WORDS_MAX = 300;

    /** For JUnit. */
    public KnownDeviations() {}

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        DriverContract contract = (DriverContract) invocationContext.getTarget().orElseThrow();
        Method method = invocationContext.getExecutable();
        String test = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        contract.refusals.addAll(contract.fixture.refusals().getOrDefault(test, List.of()));
        String reason = contract.fixture.deviations().get(test);
        if (reason == null) {
            invocation.proceed();
            assertThat(contract.refusals)
                    .as("refusals of %s that did not come: they are no deviations any more", test)
                    .allMatch(contract.metRefusals::contains);
            return;
        }
        try {
            invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (AssertionError | RuntimeException e) {
            throw new TestAbortedException("known deviation: " + reason + " (" + firstWords(e) + ")", e);
        }
        throw new AssertionError(test + " passes: it is no deviation any more");
    }

    private static String firstWords(Throwable failure) {
        String words =
                String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "..." : words;
    }
}
