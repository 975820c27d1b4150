package org.innkeeper.core.xml.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageDocumentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<pool><name>a</name></pool>|<pool>|'type' is missing",
                "<pool type='tape'><name>a</name></pool>|<pool>|no value of @type",
                "<pool type='dir'><target><path>/a</path></target></pool>|<pool>|no <name>",
                "<pool type='dir'><name>a/b</name><target><path>/a</path></target></pool>|<name>|'/'",
                "<pool type='dir'><name>a</name></pool>|<pool>|needs the <path>",
                "<pool type='netfs'><name>a</name><source><dir path='/x'/></source></pool>|<source>|needs a <host>",
                "<pool type='dir'><name>a</name><target><path>/a</path><permissions><mode>9</mode></permissions></target></pool>|<mode>|octal",
                "<pool type='rbd'><name>a</name><source><name>x</name><auth type='ceph' username='u'/></source></pool>|<auth>|<secret>"
            })
    void brokenPoolsAreRefused(String text, String element, String reason) {
        assertThatThrownBy(() -> StoragePoolDocument.parse(text))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageStartingWith(element)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<volume><capacity>1</capacity></volume>|<volume>|no <name>",
                "<volume><name>a</name></volume>|<volume>|<capacity> is missing",
                "<volume><name>a</name><capacity unit='x'>1</capacity></volume>|<capacity>|not a unit",
                "<volume><name>a</name><capacity>1</capacity><target><compat>new</compat></target></volume>|<compat>|no version",
                "<volume><name>a</name><capacity>1</capacity><target><permissions><mode>abc</mode></permissions></target></volume>|<permissions>|octal",
                "<volume><name>a</name><capacity>1</capacity><target><encryption/></target></volume>|<encryption>|'format' is missing"
            })
    void brokenVolumesAreRefused(String text, String element, String reason) {
        assertThatThrownBy(() -> VolumeDocument.parse(text))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageStartingWith(element)
                .hasMessageContaining(reason);
    }

    @Test
    void poolsAreCompleted() {
        StoragePoolDocument pool = StoragePoolDocument.parse(
                "<pool type='logical'><source><name>vg</name><device path='/dev/sdb'/></source></pool>");
        StoragePoolCompletion.complete(pool);
        assertThat(pool.name()).isEqualTo("vg");
        assertThat(pool.get(StoragePoolProperties.TARGET_PATH)).contains("/dev/vg");
        assertThat(pool.get(StoragePoolProperties.SOURCE_FORMAT)).contains("lvm2");
        assertThat(pool.get(StoragePoolProperties.CAPACITY)).contains(0L);
        assertThat(StoragePoolCompletion.cleanPath("///a//b/")).isEqualTo("/a/b");
        assertThat(StoragePoolCompletion.cleanPath("//host/a")).isEqualTo("//host/a");
    }

    @Test
    void volumesAreCompleted() {
        VolumeDocument volume = VolumeDocument.parse(
                "<volume><name>a.img</name><source/><capacity unit='G'>5</capacity><target><path>/a.img</path></target></volume>");
        VolumeCompletion.complete(volume, "dir");
        assertThat(volume.get(VolumeProperties.TYPE)).contains("file");
        assertThat(volume.root().element("capacity").toText())
                .isEqualTo("<capacity unit='bytes'>5368709120</capacity>");
        assertThat(volume.get(VolumeProperties.FORMAT)).contains("raw");
        assertThat(volume.root().element("source")).isNull();
    }
}
