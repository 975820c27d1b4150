package org.innkeeper.core.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this API, which the build writes into a resource. */
final class ApiVersion {
    static final long NUMBER = number(read());

    private ApiVersion() {}

    private static String read() {
        try (InputStream resource = ApiVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version of the API cannot be read", e);
        }
    }

    /** {@code 1.2.3-SNAPSHOT} is 1002003. */
    static long number(String version) {
        String[] parts = version.replaceFirst("-.*", "").split("\\.");
        long number = 0;
        for (int i = 0; i < 3; i++) {
            number = number * 1000 + (i < parts.length ? Integer.parseInt(parts[i]) : 0);
        }
        return number;
    }
}
