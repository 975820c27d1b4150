package org.innkeeper.driver.tck;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Turns around the tests of {@link DriverFixture#deviations()}: they must fail, and are skipped with the reason then. */
public final class KnownDeviations implements InvocationInterceptor {
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
        String reason = contract.fixture.deviations().get(test);
        if (reason == null) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (AssertionError | RuntimeException e) {
            throw new TestAbortedException("known deviation: " + reason, e);
        }
        throw new AssertionError(test + " passes: it is no deviation any more");
    }
}
