package org.innkeeper.driver.xen.xm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmFilesPartTest {
    private static final String WEB = "# mine\nname = 'web'\nmemory = 64\nkernel = '/boot/vmlinuz'\nfuture_key = 7\n";

    @TempDir
    private Path directory;

    private XmFilesPart part;

    @BeforeEach
    void makePart() {
        part = new XmFilesPart(directory, ConfigFormat.XL, XendVersion.XEN_3_1);
    }

    private static CallContext call() {
        return CallContext.create();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private DomainRecord only() {
        List<DomainRecord> all = part.storedDomains(call());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void guestsHaveTheSameUuidEachTimeAndKeepItWhenItIsWritten() throws IOException {
        write("web", WEB);
        DomainRecord web = only();
        assertThat(only().uuid()).isEqualTo(web.uuid());
        assertThat(web.stored()).isTrue();
        assertThat(web.memory()).isEqualTo(64 << 10);

        Path file = part.configurationFile(call(), web.key());

        assertThat(Files.readString(file)).contains(web.uuid().toString(), "# mine", "future_key = 7");
        assertThat(only().uuid()).isEqualTo(web.uuid());
        assertThat(part.storedDefinition(call(), web.key(), false)
                        .element("uuid")
                        .text())
                .isEqualTo(web.uuid().toString());
    }

    @Test
    void whatWasCopiedWithItsUuidIsAnotherDomain() throws IOException {
        String uuid = UUID.randomUUID().toString();
        write("a", "name = 'a'\nmemory = 64\nkernel = '/k'\nuuid = '" + uuid + "'\n");
        write("b", "name = 'b'\nmemory = 64\nkernel = '/k'\nuuid = '" + uuid + "'\n");

        assertThat(part.storedDomains(call())).extracting(DomainRecord::uuid).doesNotHaveDuplicates();
    }

    @Test
    void aFileWithAMistakeIsSaidAndHidesNoOther() throws IOException {
        write("web", WEB);
        write("bad", "name = 'bad'\nmemory = [ 1\n");
        write("script.sh", "#!/bin/sh\nif [ -e x ]; then exit 1; fi\n");
        write("backup~", WEB);
        List<ErrorInfo> warnings = new ArrayList<>();

        assertThat(part.storedDomains(call().derive(warnings::add)))
                .extracting(DomainRecord::name)
                .containsExactly("web");
        assertThat(warnings).singleElement().satisfies(warning -> {
            // The list that does not end begins in line 2, column 10.
            assertThat(warning.message()).contains("bad:2:");
            assertThat(warning.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        });
    }

    @Test
    void whatIsTooLargeForAGuestIsNotRead() throws IOException {
        write("web", WEB);
        write("large", WEB.replace("web", "large") + "# " + "x".repeat(1 << 20) + "\n");

        assertThat(part.storedDomains(call())).extracting(DomainRecord::name).containsExactly("web");
    }

    @Test
    void anEditKeepsCommentsAndWhatDefinitionsHaveNoWordsFor() throws IOException {
        String text = WEB + "cpuid = [ '1:ecx=x' ] # old guests\n";
        write("web", text);
        DomainKey key = only().key();
        XmlElement definition = part.storedDefinition(call(), key, true);
        definition.element("vcpu").setText("3");

        part.define(call(), definition);

        assertThat(Files.readString(directory.resolve("web")))
                .startsWith("# mine\n")
                .contains("cpuid = [ '1:ecx=x' ] # old guests\n", "vcpus = 3\n");
    }

    @Test
    void aChangedFileIsReadAnew() throws IOException {
        write("web", WEB);
        assertThat(only().memory()).isEqualTo(64 << 10);

        write("web", WEB.replace("memory = 64", "memory = 1024"));

        assertThat(only().memory()).isEqualTo(1 << 20);
    }

    @Test
    void aFileThatIsNoGuestsIsNotWrittenOver() throws IOException {
        write("web", "just a note\n");
        XmlElement web = XmlElement.parse("<domain type='xen'><name>web</name><uuid>" + UUID.randomUUID()
                + "</uuid><memory>65536</memory><os><type>linux</type><kernel>/k</kernel></os></domain>");

        assertThatThrownBy(() -> part.define(call(), web))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DOM_EXIST));
        assertThat(directory.resolve("web")).hasContent("just a note");
    }

    @Test
    void autostartIsALink() throws IOException {
        write("web", WEB);
        DomainRecord web = only();

        part.setAutostart(call(), web.key(), true);
        part.setAutostart(call(), web.key(), true);
        assertThat(directory.resolve("auto/web").toRealPath())
                .isEqualTo(directory.resolve("web").toRealPath());
        assertThat(part.autostart(call(), web.key())).isTrue();
        part.setAutostart(call(), web.key(), false);

        assertThat(directory.resolve("auto/web")).doesNotExist();
        assertThat(directory.resolve("web")).exists();
    }

    @Test
    void whoWatchesHearsOfFiles() throws Exception {
        List<DomainChange> heard = new CopyOnWriteArrayList<>();
        try (AutoCloseable watch = part.watch(call(), heard::add)) {
            write("web", WEB);

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(heard)
                    .contains(DomainChange.of(DomainChange.Kind.DEFINITIONS)));
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void aDirectoryThatIsNotThereHasNoGuests() {
        XmFilesPart none = new XmFilesPart(directory.resolve("none"), ConfigFormat.XM, XendVersion.XEN_3_0_3);

        assertThat(none.functions(call())).isEmpty();
        assertThat(none.absence(call())).contains("missing");
        assertThat(part.functions(call())).contains(XenFunction.DEFINE, XenFunction.AUTOSTART);
    }
}
