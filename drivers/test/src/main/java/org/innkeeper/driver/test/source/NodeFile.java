package org.innkeeper.driver.test.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.test.host.NodeFacts;
import org.innkeeper.driver.test.host.XmlReading;

/** A file that describes a host, in the format of libvirt's test driver, with the files it names read in. */
public final class NodeFile {
    private final XmlElement root;
    private final Path folder;

    private NodeFile(XmlElement root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @param path absolute
     */
    public static NodeFile read(Path path) {
        return new NodeFile(node(parse(path)), path.getParent());
    }

    /** Reads a description that is part of this driver. */
    static NodeFile resource(String name) {
        try (InputStream in = NodeFile.class.getResourceAsStream(name)) {
            return new NodeFile(node(XmlDocument.parse(in.readAllBytes())), null);
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorCode.INTERNAL_ERROR, ErrorOrigin.TEST, "The description " + name + " cannot be read", e);
        }
    }

    private static XmlElement node(XmlDocument document) {
        if (!document.root().name().equals("node")) {
            throw XmlErrors.unacceptable(document.root(), "does not describe a test host: its root is not <node>");
        }
        return document.root();
    }

    private static XmlDocument parse(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > XmlDocument.MAX_LENGTH) {
                throw unreadable(path, "it is larger than " + XmlDocument.MAX_LENGTH + " bytes", null);
            }
            return XmlDocument.parse(Files.readAllBytes(path));
        } catch (java.nio.file.NoSuchFileException e) {
            throw unreadable(path, "there is no such file", e);
        } catch (IOException e) {
            throw unreadable(path, IoReason.of(e), e);
        } catch (InnkeeperException e) {
            throw new InnkeeperException(
                    new ErrorInfo(
                            e.info().codeNumber(),
                            e.info().originNumber(),
                            e.info().level(),
                            path + ": " + e.info().message(),
                            ErrorSubject.of(ErrorSubject.Kind.FILE, path.toString()),
                            e.info().str1(),
                            e.info().str2(),
                            e.info().str3(),
                            e.info().int1(),
                            e.info().int2()),
                    e);
        }
    }

    private static InnkeeperException unreadable(Path path, String reason, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.OPEN_FAILED,
                                ErrorOrigin.TEST,
                                "The description of a test host " + path + " cannot be read: " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, path.toString()))
                        .withRemedy("Check the path in the URI"),
                cause);
    }

    /** The machine; what is not given is as on the default host, NUMA cells are never given. */
    NodeFacts facts() {
        NodeInfo missing = NodeFacts.DEFAULT.info();
        XmlElement cpu = root.element("cpu");
        XmlElement memory = root.element("memory");
        long kib = memory == null ? missing.memory() : XmlReading.bytes(memory, "KiB") >> 10;
        if (cpu == null) {
            return new NodeFacts(
                    new NodeInfo(
                            missing.model(),
                            kib,
                            missing.cpus(),
                            missing.mhz(),
                            missing.nodes(),
                            missing.sockets(),
                            missing.cores(),
                            missing.threads()),
                    List.of());
        }
        String model = XmlReading.text(cpu, "model");
        return new NodeFacts(
                new NodeInfo(
                        model == null ? missing.model() : model,
                        kib,
                        XmlReading.number(cpu, "active", missing.cpus()),
                        XmlReading.number(cpu, "mhz", missing.mhz()),
                        XmlReading.number(cpu, "nodes", missing.nodes()),
                        XmlReading.number(cpu, "sockets", missing.sockets()),
                        XmlReading.number(cpu, "cores", missing.cores()),
                        XmlReading.number(cpu, "threads", missing.threads())),
                List.of());
    }

    /** Who may log in; anybody where the list is empty. */
    public List<Login> logins() {
        List<Login> logins = new ArrayList<>();
        for (XmlElement auth : root.elements("auth")) {
            for (XmlElement user : auth.elements("user")) {
                if (user.text().isBlank()) {
                    throw XmlErrors.unacceptable(user, "names nobody");
                }
                logins.add(new Login(user.text().strip(), user.attribute("password")));
            }
        }
        return logins;
    }

    /** The objects of a kind, in order; those in files of their own are read in. */
    List<XmlElement> objects(String kind) {
        return objects(root, kind);
    }

    /** The objects of a kind inside another one. */
    List<XmlElement> objects(XmlElement parent, String kind) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement element : parent.elements(kind)) {
            found.add(resolved(element));
        }
        return found;
    }

    /** The object an element is, or names with {@code file=}; what else stands in it is added to that one. */
    XmlElement resolved(XmlElement element) {
        String file = element.attribute("file");
        if (file == null) {
            return element;
        }
        if (folder == null) {
            throw XmlErrors.unacceptable(element, "names a file where none can be read");
        }
        XmlElement read = parse(folder.resolve(file)).root();
        for (XmlElement extra : element.elements()) {
            read.add(extra.copy());
        }
        return read;
    }

    /**
     * Somebody who may log in.
     *
     * @param password null where none is asked for
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
