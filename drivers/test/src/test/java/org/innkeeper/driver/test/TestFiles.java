package org.innkeeper.driver.test;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Finds the descriptions of hosts of this module. */
final class TestFiles {
    private TestFiles() {}

    /** The URI of a host whose description is a resource of the tests. */
    static String uri(String resource) {
        URL url = TestFiles.class.getResource(resource);
        try {
            return "test://" + Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
