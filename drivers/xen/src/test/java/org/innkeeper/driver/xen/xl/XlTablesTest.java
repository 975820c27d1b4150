package org.innkeeper.driver.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlTablesTest {
    private static final String HEAD = "Name ID Mem VCPUs State Time(s) UUID Reason-Code Security Label\n";
    private static final String UUID = "5b7c1d1e-0001-4a00-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "r-----,-,RUNNING",
        "-b----,-,BLOCKED",
        "--p---,-,PAUSED",
        "---s--,0,SHUTTING_DOWN",
        "---s--,3,CRASHED",
        "----c-,3,CRASHED",
        "------,-,RUNNING"
    })
    void lettersAreStates(String letters, String reason, DomainState state) {
        String row = "my guest 2   17   64  1     " + letters + "     1.5 " + UUID + "        " + reason + "    -\n";
        List<DomainRecord> records = DomainTable.parse(HEAD + row);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).name()).isEqualTo("my guest 2");
        assertThat(records.get(0).id()).isEqualTo(17);
        assertThat(records.get(0).state()).isEqualTo(state);
    }

    @Test
    void dyingDomainsAreLeftOutAndNamelessOnesHaveNoName() {
        String dying = "(null)   17   0  1     --psrd     1.5 " + UUID + "        0    -\n";
        String nameless = "(null)   18   0  1     --p---     1.5 " + UUID + "        -    -\n";
        List<DomainRecord> records = DomainTable.parse(HEAD + dying.replace("psr", "ps-") + nameless);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).name()).isNull();
    }

    @Test
    void lineThatIsNoDomainIsRefused() {
        assertThatThrownBy(() -> DomainTable.parse(HEAD + "oops\n"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("'oops'");
        assertThatThrownBy(() -> VcpuTable.parse("head\noops\n", 2)).isInstanceOf(InnkeeperException.class);
        assertThatThrownBy(() -> HostReport.parse("host : x\n").version()).hasMessageContaining("xen_major");
    }

    @Test
    void cpusAreReadAsPrinted() {
        assertThat(CpuList.parse("all", 4)).isEqualTo(CpuMap.firstCpus(4));
        assertThat(CpuList.parse("0-2,5", 8)).isEqualTo(CpuMap.of(0, 1, 2, 5));
        assertThatThrownBy(() -> CpuList.parse("nodes:1", 8)).isInstanceOf(InnkeeperException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"format=raw,vdev=xvda,access=!,target=/a,access=!,b", "access=!,vdev=xvda,target=/a,access=!,b"})
    void onlyTheOptionIsReplacedNotThePath(String disk) {
        assertThat(StartFile.acceptedDisk(disk)).contains("access=rw,").endsWith("target=/a,access=!,b");
    }

    @Test
    void damagedSavedFilesAreRefused(@TempDir Path directory) throws Exception {
        byte[] head = XlSandbox.bytes("saved-head");
        byte[] longer = head.clone();
        longer[55] = 0x7f;
        byte[] old = head.clone();
        old[36] = 0;
        for (byte[] bytes : List.of(new byte[0], new byte[4096], Arrays.copyOf(head, 300), longer, old)) {
            Path file = Files.write(directory.resolve("saved"), bytes);
            assertThatThrownBy(() -> SavedFile.configuration(file))
                    .isInstanceOf(InnkeeperException.class)
                    .hasMessageContaining(file.toString());
        }
        assertThatThrownBy(() -> SavedFile.configuration(directory.resolve("none")))
                .hasMessageContaining("cannot be read");
    }
}
