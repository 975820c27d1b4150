package org.innkeeper.driver.test;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds descriptions of hosts: those of this module, and those of the corpora beside the project. */
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

    /** A folder of the corpora; the test is skipped where they are not. */
    static Path corpus(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        Path corpus = folder == null
                ? null
                : folder.resolveSibling("shared").resolve("corpora").resolve(name);
        Assumptions.assumeTrue(corpus != null && Files.isDirectory(corpus), "no corpora beside the project: " + name);
        return corpus;
    }
}
