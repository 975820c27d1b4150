package org.innkeeper.core.xml.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotDocumentTest {
    @Test
    void aNameIsNotNeeded() {
        assertThat(SnapshotDocument.parse("<domainsnapshot/>").name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<domainsnapshot><name>.a</name></domainsnapshot>|<name>|cannot start",
                "<domainsnapshot><state>asleep</state></domainsnapshot>|<domainsnapshot>|no value of state",
                "<domainsnapshot><memory snapshot='internal' file='/a'/></domainsnapshot>|<memory>|only for an external",
                "<domainsnapshot><disks><disk name='a'/><disk name='a'/></disks></domainsnapshot>|<disk>|of its own",
                "<domainsnapshot><disks><disk name='a' snapshot='internal'><source/></disk></disks></domainsnapshot>|<disk>|no <source>"
            })
    void brokenSnapshotsAreRefused(String text, String element, String reason) {
        assertThatThrownBy(() -> SnapshotDocument.parse(text))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageStartingWith(element)
                .hasMessageContaining(reason);
    }
}
