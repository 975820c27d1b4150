package org.innkeeper.driver.xen.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.Test;

class XenPartTest {
    private static final XenPart NOTHING = new XenPart() {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public Set<XenFunction> functions(CallContext context) {
            return Set.of();
        }

        @Override
        public String absence(CallContext context) {
            return "it is for a test";
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    };

    @Test
    void everyFunctionThatAPartDoesNotHaveSaysSo() {
        Method[] functions = Arrays.stream(XenPart.class.getMethods())
                .filter(Method::isDefault)
                .toArray(Method[]::new);
        // Two share one: reading and setting the start with the host.
        assertThat(functions).hasSize(XenFunction.values().length + 1);
        for (Method function : functions) {
            Object[] arguments = Arrays.stream(function.getParameterTypes())
                    .map(XenPartTest::anything)
                    .toArray();
            assertThatThrownBy(() -> function.invoke(NOTHING, arguments))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOfSatisfying(InnkeeperException.class, problem -> assertThat(problem.code())
                            .isEqualTo(ErrorCode.NO_SUPPORT))
                    .hasMessageStartingWith("nothing cannot do this: ");
        }
    }

    private static Object anything(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }
}
