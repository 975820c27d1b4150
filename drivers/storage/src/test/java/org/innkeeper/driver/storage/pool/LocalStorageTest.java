package org.innkeeper.driver.storage.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StorageFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.storage.image.ImageTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path root;

    private LocalStorage storage;
    private StoragePoolRef pool;
    private final CallContext context = CallContext.create();

    @BeforeEach
    void openStorage() {
        assumeTrue(new ImageTool().isThere(), "qemu-img is not installed");
        storage = new LocalStorage(root);
        pool = storage.lookupPoolByName(context, "default");
    }

    private static String volumeXml(String name, String format, long capacity) {
        return "<volume><name>" + name + "</name><capacity>" + capacity + "</capacity><target><format type='" + format
                + "'/></target></volume>";
    }

    private String poolXml(String name, Path directory) {
        return "<pool type='dir'><name>" + name + "</name><target><path>" + directory + "</path></target></pool>";
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InnkeeperException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private List<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aVolumeIsMadeDescribedAndDeleted() throws IOException {
        VolumeRef volume = storage.createVolumeXml(context, pool, volumeXml("disk.qcow2", "qcow2", 16 * MIB), 0);
        assertThat(volume.pool()).isEqualTo("default");
        assertThat(storage.volumePath(context, volume))
                .isEqualTo(root.resolve("images/disk.qcow2").toString());
        assertThat(storage.volumeInfo(context, volume).capacity()).isEqualTo(16 * MIB);
        assertThat(storage.volumeInfo(context, volume).allocation()).isLessThan(MIB);
        XmlElement xml = XmlDocument.parse(storage.volumeXml(context, volume)).root();
        assertThat(xml.element("target").element("format").attribute("type")).isEqualTo("qcow2");
        assertThat(xml.element("target").element("compat").text()).isEqualTo("1.1");
        assertThat(xml.element("target").element("permissions").element("mode").text())
                .isEqualTo("0600");
        assertThat(storage.lookupVolumeByPath(context, volume.key())).isEqualTo(volume);
        assertThat(storage.lookupVolumeByKey(context, volume.key())).isEqualTo(volume);
        assertThat(storage.lookupPoolByVolume(context, volume)).isEqualTo(pool);
        storage.deleteVolume(context, volume, 0);
        assertThat(filesIn(root.resolve("images"))).isEmpty();
        assertRefused(ErrorCode.NO_STORAGE_VOL, () -> storage.volumeInfo(context, volume));
    }

    @Test
    void whatExistsIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(root.resolve("images/precious"), "do not lose me");
        assertRefused(
                ErrorCode.STORAGE_VOL_EXIST,
                () -> storage.createVolumeXml(context, pool, volumeXml("precious", "raw", MIB), 0));
        assertThat(file).hasContent("do not lose me");
        assertThat(filesIn(root.resolve("images"))).containsExactly("precious");
    }

    @Test
    void namesThatLeaveThePoolAreRefused() {
        for (String name : List.of("../x", "a/b", "..", "", "a\\b", "a\u0007b")) {
            if (name.indexOf('\u0007') < 0) {
                assertThatThrownBy(() -> storage.createVolumeXml(context, pool, volumeXml(name, "raw", MIB), 0))
                        .as(name)
                        .isInstanceOf(InnkeeperException.class);
            }
            assertRefused(ErrorCode.INVALID_ARG, () -> VolumeDefinition.checkName(name));
        }
        assertThat(root.resolve("x")).doesNotExist();
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        String xml = "<volume><name>top</name><capacity>0</capacity><target><format type='qcow2'/></target>"
                + "<backingStore><path>/nowhere/base</path><format type='raw'/></backingStore></volume>";
        assertRefused(ErrorCode.NO_STORAGE_VOL, () -> storage.createVolumeXml(context, pool, xml, 0));
        assertRefused(
                ErrorCode.OPERATION_FAILED,
                () -> storage.createVolumeXml(context, pool, volumeXml("huge", "qcow2", 1L << 60), 0));
        assertThat(filesIn(root.resolve("images"))).isEmpty();
        assertThat(storage.listVolumes(context, pool)).isEmpty();
    }

    @Test
    void aBackingImageNeedsItsFormat() {
        String xml = "<volume><name>top</name><target><format type='qcow2'/></target>"
                + "<backingStore><path>base</path></backingStore></volume>";
        assertThatThrownBy(() -> storage.createVolumeXml(context, pool, xml, 0)).hasMessageContaining("never guessed");
    }

    @Test
    void anOverlayTakesItsSizeFromTheImageBelow() {
        VolumeRef base = storage.createVolumeXml(context, pool, volumeXml("base", "raw", 4 * MIB), 0);
        String xml = "<volume><name>top</name><target><format type='qcow2'/></target><backingStore><path>" + base.key()
                + "</path><format type='raw'/></backingStore></volume>";
        VolumeRef top = storage.createVolumeXml(context, pool, xml, 0);
        assertThat(storage.volumeInfo(context, top).capacity()).isEqualTo(4 * MIB);
        XmlElement shown = XmlDocument.parse(storage.volumeXml(context, top)).root();
        assertThat(shown.element("backingStore").element("path").text()).isEqualTo(base.key());
    }

    @Test
    void aCopyMayHaveAnotherFormatAndBeLarger() {
        VolumeRef source = storage.createVolumeXml(context, pool, volumeXml("source", "raw", 4 * MIB), 0);
        List<Double> progress = new ArrayList<>();
        VolumeRef copy = storage.createVolumeXmlFrom(
                CallContext.watchedBy(progress::add), pool, volumeXml("copy", "qcow2", 8 * MIB), source, 0);
        assertThat(storage.volumeInfo(context, copy).capacity()).isEqualTo(8 * MIB);
        assertThat(progress).isNotEmpty().last().isEqualTo(1.0);
    }

    @Test
    void aCancelledCopyLeavesNothingBehind() throws IOException {
        VolumeRef source = storage.createVolumeXml(context, pool, volumeXml("source", "raw", 4 * MIB), 0);
        CallContext cancelled = CallContext.create();
        cancelled.cancel();
        assertThatThrownBy(() -> storage.createVolumeXmlFrom(cancelled, pool, volumeXml("copy", "qcow2", 0), source, 0))
                .isInstanceOf(CallCancelledException.class);
        assertThat(filesIn(root.resolve("images"))).containsExactly("source");
    }

    @Test
    void aVolumeGrowsAndShrinksOnlyWhenToldSo() {
        VolumeRef volume = storage.createVolumeXml(context, pool, volumeXml("disk", "qcow2", 4 * MIB), 0);
        storage.resizeVolume(context, volume, 8 * MIB, 0);
        assertThat(storage.volumeInfo(context, volume).capacity()).isEqualTo(8 * MIB);
        storage.resizeVolume(context, volume, MIB, StorageFlags.VOLUME_RESIZE_DELTA);
        assertThat(storage.volumeInfo(context, volume).capacity()).isEqualTo(9 * MIB);
        assertRefused(ErrorCode.INVALID_ARG, () -> storage.resizeVolume(context, volume, MIB, 0));
        storage.resizeVolume(context, volume, MIB, StorageFlags.VOLUME_RESIZE_SHRINK);
        assertThat(storage.volumeInfo(context, volume).capacity()).isEqualTo(MIB);
        assertRefused(ErrorCode.INVALID_ARG, () -> storage.resizeVolume(context, volume, MIB, 1L << 20));
    }

    @Test
    void wipingLeavesZeros() throws IOException {
        Files.write(root.resolve("images/secret"), new byte[] {1, 2, 3, 4});
        storage.refreshPool(context, pool);
        VolumeRef volume = storage.lookupVolumeByName(context, pool, "secret");
        storage.wipeVolume(context, volume, 0);
        assertThat(Files.readAllBytes(root.resolve("images/secret"))).containsExactly(0, 0, 0, 0);
        assertRefused(ErrorCode.NO_SUPPORT, () -> storage.wipeVolume(context, volume, 3));
    }

    @Test
    void aLinkOutOfThePoolIsShownButNotChanged() throws IOException {
        Path outside = Files.writeString(root.resolve("outside"), "data");
        Files.createSymbolicLink(root.resolve("images/link"), outside);
        storage.refreshPool(context, pool);
        VolumeRef volume = storage.lookupVolumeByName(context, pool, "link");
        assertThat(storage.volumeInfo(context, volume).capacity()).isPositive();
        assertRefused(ErrorCode.OPERATION_DENIED, () -> storage.wipeVolume(context, volume, 0));
        assertRefused(ErrorCode.OPERATION_DENIED, () -> storage.upload(context, volume, 0, 0, 0));
        storage.deleteVolume(context, volume, 0);
        assertThat(outside).hasContent("data");
    }

    @Test
    void bytesGoInAndComeOut() {
        VolumeRef volume = storage.createVolumeXml(context, pool, volumeXml("disk", "raw", MIB), 0);
        byte[] data = {10, 20, 30, 40, 50};
        try (ByteStream stream = storage.upload(context, volume, 100, 0, 0)) {
            stream.write(data, 1, 3);
            stream.finish();
        }
        byte[] read = new byte[10];
        try (ByteStream stream = storage.download(context, volume, 99, 5, 0)) {
            assertThat(stream.read(read, 0, 10)).isEqualTo(5);
            assertThat(read).startsWith(0, 20, 30, 40, 0);
            assertThat(stream.read(read, 0, 10)).isEqualTo(-1);
            stream.finish();
        }
    }

    @Test
    void holesTravelAsHoles() throws IOException {
        VolumeRef from = storage.createVolumeXml(context, pool, volumeXml("from", "raw", MIB), 0);
        VolumeRef to = storage.createVolumeXml(context, pool, volumeXml("to", "raw", 0), 0);
        try (ByteStream stream = storage.upload(context, from, 512 * 1024, 0, 0)) {
            stream.write(new byte[] {7, 8, 9}, 0, 3);
            stream.finish();
        }
        long holes = 0;
        byte[] buffer = new byte[4096];
        try (ByteStream in = storage.download(context, from, 0, 0, 1);
                ByteStream out = storage.upload(context, to, 0, 0, 1)) {
            for (int count = in.read(buffer, 0, buffer.length);
                    count != -1;
                    count = in.read(buffer, 0, buffer.length)) {
                if (count == ByteStream.HOLE) {
                    long length = in.readHole();
                    holes += length;
                    out.writeHole(length);
                } else {
                    out.write(buffer, 0, count);
                }
            }
            out.finish();
            in.finish();
        }
        assertThat(holes).isGreaterThan(512 * 1024);
        assertThat(Path.of(to.key())).hasSameBinaryContentAs(Path.of(from.key()));
    }

    @Test
    void aTransferKnowsItsDirectionAndItsEnd() {
        VolumeRef volume = storage.createVolumeXml(context, pool, volumeXml("disk", "raw", MIB), 0);
        ByteStream up = storage.upload(context, volume, 0, 4, 0);
        assertRefused(ErrorCode.OPERATION_INVALID, () -> up.read(new byte[1], 0, 1));
        assertRefused(ErrorCode.INVALID_ARG, () -> up.write(new byte[8], 0, 8));
        assertRefused(ErrorCode.OPERATION_INVALID, () -> storage.deleteVolume(context, volume, 0));
        up.abort();
        assertRefused(ErrorCode.OPERATION_ABORTED, () -> up.write(new byte[1], 0, 1));
        storage.deleteVolume(context, volume, 0);
    }

    @Test
    void poolsSurviveTheProgram() {
        UUID uuid = UUID.randomUUID();
        String xml = "<pool type='dir'><name>more</name><uuid>" + uuid + "</uuid><!-- kept --><target><path>"
                + root.resolve("more") + "</path></target></pool>";
        StoragePoolRef more = storage.definePoolXml(context, xml);
        assertThat(more.uuid()).isEqualTo(uuid);
        storage.buildPool(context, more, 0);
        storage.startPool(context, more, 0);
        LocalStorage next = new LocalStorage(root);
        assertThat(next.listPools(context, 0)).extracting(StoragePoolRef::name).containsExactly("default", "more");
        assertThat(next.isPoolActive(context, more)).isTrue();
        assertThat(next.poolAutostart(context, more)).isFalse();
        assertThat(next.poolXml(context, more, 0)).contains("<!-- kept -->");
        next.destroyPool(context, more);
        next.undefinePool(context, more);
        assertThat(new LocalStorage(root).listPools(context, 0)).hasSize(1);
        assertThat(root.resolve("more")).exists();
    }

    @Test
    void theDefaultPoolIsNotMadeAgainAfterItWasRemoved() {
        storage.destroyPool(context, pool);
        storage.undefinePool(context, pool);
        assertThat(new LocalStorage(root).listPools(context, 0)).isEmpty();
    }

    @Test
    void aDamagedDefinitionIsSetAside() throws IOException {
        Files.writeString(root.resolve("storage/" + UUID.randomUUID() + ".xml"), "<pool type='dir'><name>half");
        assertThat(new LocalStorage(root).listPools(context, 0)).hasSize(1);
        assertThat(filesIn(root.resolve("storage"))).anyMatch(name -> name.contains(".xml.damaged-"));
    }

    @Test
    void poolsHaveTheirRules() {
        assertRefused(ErrorCode.OPERATION_INVALID, () -> storage.undefinePool(context, pool));
        assertRefused(ErrorCode.OPERATION_INVALID, () -> storage.startPool(context, pool, 0));
        assertRefused(
                ErrorCode.OPERATION_FAILED,
                () -> storage.definePoolXml(context, poolXml("default", root.resolve("other"))));
        assertRefused(
                ErrorCode.OPERATION_FAILED,
                () -> storage.definePoolXml(context, poolXml("second", root.resolve("images"))));
        assertRefused(
                ErrorCode.CONFIG_UNSUPPORTED,
                () -> storage.definePoolXml(context, "<pool type='logical'><name>x</name></pool>"));
        assertRefused(ErrorCode.XML_ERROR, () -> storage.definePoolXml(context, poolXml("x", Path.of("relative"))));
        assertRefused(ErrorCode.NO_STORAGE_POOL, () -> storage.lookupPoolByName(context, "absent"));
        assertRefused(ErrorCode.INVALID_ARG, () -> storage.listPools(context, 1L << 30));
        storage.destroyPool(context, pool);
        assertRefused(ErrorCode.OPERATION_INVALID, () -> storage.listVolumes(context, pool));
        assertThat(storage.poolInfo(context, pool).state()).isEqualTo(StoragePoolInfo.INACTIVE);
    }

    @Test
    void aPoolCanLiveWithoutADefinition() {
        StoragePoolRef temporary = storage.createPoolXml(
                context, poolXml("temporary", root.resolve("temporary")), StorageFlags.CREATE_WITH_BUILD);
        assertThat(storage.isPoolPersistent(context, temporary)).isFalse();
        assertThat(storage.listPools(context, StorageFlags.LIST_TRANSIENT)).containsExactly(temporary);
        assertRefused(ErrorCode.OPERATION_INVALID, () -> storage.setPoolAutostart(context, temporary, true));
        assertThat(storage.poolInfo(context, temporary).capacity()).isPositive();
        storage.destroyPool(context, temporary);
        assertRefused(ErrorCode.NO_STORAGE_POOL, () -> storage.lookupPoolByUuid(context, temporary.uuid()));
    }
}
