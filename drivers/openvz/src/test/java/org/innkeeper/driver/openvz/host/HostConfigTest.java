package org.innkeeper.driver.openvz.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostConfigTest {
    @TempDir
    private Path root;

    private HostConfig host(String text) throws Exception {
        Files.writeString(root.resolve("vz.conf"), text);
        return new ConfigFiles(Files.createDirectories(root.resolve("conf"))).host();
    }

    private static Container container(String config) {
        return new Container(101, RunState.STOPPED, UUID.randomUUID(), ContainerConfig.parse("101.conf", config));
    }

    @Test
    void placesOfTheHostAreTaken() throws Exception {
        HostConfig host = host("VE_PRIVATE=/srv/vz/${VEID}/fs\nDUMPDIR=\"/srv/dump\"\nDEF_OSTEMPLATE='debian-7'\n");

        assertThat(host.privateArea(container(""))).isEqualTo("/srv/vz/101/fs");
        assertThat(host.privateArea(container("VE_PRIVATE=\"/own/$VEID\""))).isEqualTo("/own/101");
        assertThat(host.dumpFile(101)).isEqualTo(Path.of("/srv/dump/Dump.101"));
        assertThat(host.usualTemplate()).hasValue("debian-7");
    }

    @Test
    void silentHostHasWhatVzctlTakes() throws Exception {
        HostConfig host = host("");

        assertThat(host.privateArea(container(""))).endsWith("/private/101");
        assertThat(host.dumpFile(101).toString()).endsWith("/dump/Dump.101");
        assertThat(host.usualTemplate()).isEmpty();
    }

    @Test
    void brokenFileIsDoneWithout() throws Exception {
        assertThat(host("this is no setting\n").usualTemplate()).isEmpty();
    }

    @Test
    void templatesAreTheArchivesOfTheCache() throws Exception {
        Path cache = Files.createDirectories(root.resolve("template/cache"));
        for (String file : new String[] {"debian-7.tar.gz", "a.tar", "b.tar.xz", "b.tar.gz", "c.tar.gz.part", "note"}) {
            Files.createFile(cache.resolve(file));
        }

        assertThat(host("TEMPLATE=" + root.resolve("template")).templates()).containsExactly("a", "b", "debian-7");
        assertThat(host("TEMPLATE=" + root.resolve("none")).templates()).isEmpty();
    }
}
