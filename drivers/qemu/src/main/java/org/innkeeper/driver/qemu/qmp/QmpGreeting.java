package org.innkeeper.driver.qemu.qmp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How QEMU introduces itself.
 *
 * @param major of its version
 * @param minor of its version
 * @param micro of its version
 * @param packageVersion what the distribution calls it, may be empty
 */
public record QmpGreeting(int major, int minor, int micro, String packageVersion) {
    static QmpGreeting of(JsonNode greeting) {
        JsonNode version = greeting.path("version");
        JsonNode numbers = version.path("qemu");
        return new QmpGreeting(
                numbers.path("major").asInt(),
                numbers.path("minor").asInt(),
                numbers.path("micro").asInt(),
                version.path("package").asText(""));
    }

    /** The version as libvirt counts it: 1000000 * major + 1000 * minor + micro. */
    public long number() {
        return 1_000_000L * major + 1_000L * minor + micro;
    }
}
