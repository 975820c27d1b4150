package org.innkeeper.driver.xen.user;

import java.util.List;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.xen.XenDriverProvider;
import org.innkeeper.driver.xen.suite.PrintedSuite;

/** What a user who is not root sees of a Xen host: run by {@link ReadOnlyUserTest} as that user. */
public final class ReadOnlyUserSuite {
    /** The names of the guests that run; they have one UUID with its last digit as id. */
    static final List<String> GUESTS = List.of("Domain-0", "web", "mail");

    private static String uri;

    private ReadOnlyUserSuite() {}

    /**
     * Ends with 1 where a case failed.
     *
     * @param arguments the URI of the host
     */
    public static void main(String[] arguments) {
        uri = arguments[0];
        boolean good = PrintedSuite.run(
                List.of(ReadOnlyConnectionCases.class, ReadOnlyNodeCases.class, ReadOnlyViewCases.class), System.out);
        System.exit(good ? 0 : 1);
    }

    static DriverConnection open(List<ErrorInfo> warnings) {
        return new XenDriverProvider()
                .open(
                        CallContext.create().derive(warnings::add),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }
}
