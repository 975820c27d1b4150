package org.innkeeper.core.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The documents among the resources of the tests. */
public final class TestDocuments {
    private TestDocuments() {}

    /** All documents of a kind: our own and those of libvirt's tests. */
    public static List<Path> of(String kind) {
        try {
            Path root = Path.of(TestDocuments.class.getResource("/documents").toURI());
            List<Path> found = new ArrayList<>();
            for (Path folder :
                    List.of(root.resolve(kind), root.resolve("libvirt").resolve(kind))) {
                if (Files.isDirectory(folder)) {
                    found.addAll(SharedCorpora.documents(folder));
                }
            }
            return found;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static XmlDocument parse(Path file) {
        try {
            return XmlDocument.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
