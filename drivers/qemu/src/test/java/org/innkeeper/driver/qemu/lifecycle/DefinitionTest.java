package org.innkeeper.driver.qemu.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {
    private static Definition of(String content) {
        return new Definition(XmlDocument.parse("<domain>" + content + "</domain>"));
    }

    @ParameterizedTest
    @CsvSource({
        "<memory>1024</memory>, 1024",
        "<memory unit='MiB'>64</memory>, 65536",
        "<memory unit='b'>1025</memory>, 2",
        "<memory unit='GB'>1</memory>, 976563"
    })
    void readsMemoryInAnyUnit(String element, long kib) {
        assertThat(of(element).memory()).isEqualTo(kib);
        assertThat(of(element).currentMemory()).isEqualTo(kib);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<memory>many</memory>",
                "<memory unit='ells'>3</memory>",
                "<memory unit='EiB'>99999</memory>",
                "<vcpu>0</vcpu><memory>1</memory>",
                "<vcpu>-2</vcpu><memory>1</memory>",
                "<vcpu>10000000</vcpu><memory>1</memory>",
                "<name>no-memory</name>"
            })
    void refusesNumbersThatAreNone(String content) {
        assertThatThrownBy(() -> {
                    Definition definition = of(content);
                    definition.memory();
                    definition.vcpus();
                })
                .isInstanceOf(InnkeeperException.class)
                .extracting(e -> ((InnkeeperException) e).code())
                .isEqualTo(ErrorCode.XML_ERROR);
    }

    @Test
    void changesOnlyItsCopy() {
        Definition definition = of("<name>one</name>");
        Definition copy = definition.copy();

        copy.setText("name", "two");
        copy.setText("title", "T");
        copy.setSize("memory", 2048);

        assertThat(definition.name()).isEqualTo("one");
        assertThat(definition.textOf("title")).isEmpty();
        assertThat(copy.name()).isEqualTo("two");
        assertThat(copy.memory()).isEqualTo(2048);
        copy.setText("title", null);
        assertThat(copy.textOf("title")).isEmpty();
    }

    @Test
    void vcpusThatAreNotThereAtTheStart() {
        Definition definition = of("<vcpu current='2'>4</vcpu>");

        assertThat(definition.currentVcpus()).isEqualTo(2);
        definition.setVcpus(3, false);
        assertThat(definition.currentVcpus()).isEqualTo(3);
        definition.setVcpus(1, true);
        assertThat(definition.vcpus()).isEqualTo(1);
        assertThat(definition.currentVcpus()).isEqualTo(1);
        assertThat(definition.root().element("vcpu").attribute("current")).isNull();
    }

    @Test
    void pinsOfVcpusAreReadAndWritten() {
        Definition definition = of("<vcpu cpuset='0-1'>3</vcpu><cputune><vcpupin vcpu='1' cpuset='1'/></cputune>");

        VcpuPins.set(definition, 2, CpuMap.of(0));

        assertThat(VcpuPins.all(definition)).containsExactly(CpuMap.of(0, 1), CpuMap.of(1), CpuMap.of(0));
    }
}
