package org.innkeeper.driver.storage.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.tck.Corpora;
import org.junit.jupiter.api.Test;

/** libvirt's own cases of directory pools and of the command that makes a volume. */
class StorageCorpusTest {

    @Test
    void directoryPoolsAreWrittenAsLibvirtDoes() throws IOException {
        Path corpus = Corpora.folder("storage-pool");
        int compared = 0;
        for (Map<String, String> row : Corpora.rows(corpus.resolve("cases.tsv"))) {
            String input = Files.readString(corpus.resolve(row.get("input")));
            if (!input.contains("type='dir'") && !input.contains("type=\"dir\"")) {
                assertThatThrownBy(() -> PoolDefinition.parse(input)).isInstanceOf(InnkeeperException.class);
                continue;
            }
            PoolDefinition definition = PoolDefinition.parse(input);
            String actual = definition.describe(new StoragePoolInfo(StoragePoolInfo.INACTIVE, 0, 0, 0));
            String expected = Files.readString(corpus.resolve(row.get("output")));
            if (input.contains("<uuid>")) {
                assertThat(canonical(actual)).as(row.get("case")).isEqualTo(canonical(expected));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static String canonical(String text) {
        return CanonicalXml.of(XmlDocument.parse(text).root());
    }

    @Test
    void volumesAreMadeByTheSameCommand() throws IOException {
        Path corpus = Corpora.folder("storage-vol-argv");
        int same = 0;
        List<String> others = new ArrayList<>();
        for (Map<String, String> row : Corpora.rows(corpus.resolve("cases.tsv"))) {
            String name = row.get("case");
            String definition = Files.readString(corpus.resolve(row.get("vol")));
            if (!row.get("pool").equals("pool-dir")
                    || definition.contains("<encryption")
                    || !row.get("input_vol").isEmpty()) {
                continue;
            }
            if (!row.get("expect").equals("ok")) {
                assertThatThrownBy(() -> VolumeDefinition.parse(definition, false))
                        .as(name)
                        .isInstanceOf(InnkeeperException.class);
                continue;
            }
            VolumeDefinition parsed = VolumeDefinition.parse(definition, false);
            List<String> expected = Arrays.asList(Files.readString(corpus.resolve(row.get("argv")))
                    .replace("\\\n", " ")
                    .strip()
                    .split("\\s+"));
            Path target = Path.of("/var/lib/libvirt/images").resolve(parsed.name());
            List<String> actual = new ArrayList<>(List.of("qemu-img"));
            actual.addAll(parsed.recipe().createArguments(target));
            if (actual.equals(expected)) {
                same++;
            } else {
                others.add(name + "\n    wanted " + expected + "\n    got    " + actual);
            }
        }
        others.forEach(System.out::println);
        System.out.printf("commands that make a volume: %d the same, %d not%n", same, others.size());
        assertThat(same).isGreaterThanOrEqualTo(4);
    }
}
