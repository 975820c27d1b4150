package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.StorageFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Storage pools, and the volumes in them. What is in volumes is the matter of {@link VolumeStreamContract}. */
public abstract class StorageContract extends DriverContract {
    private static final long MIB = 1L << 20;

    private final List<StoragePoolRef> made = new ArrayList<>();
    private StorageFacet storage;

    /** For subclasses. */
    protected StorageContract() {}

    @BeforeEach
    final void findStorage() {
        storage = required(StorageFacet.class, Feature.STORAGE);
    }

    @AfterEach
    final void removePools() {
        made.forEach(pool -> PoolCleaner.remove(storage, pool));
    }

    private StoragePoolRef definedPool() {
        String name = uniqueName("pool");
        StoragePoolRef pool = storage.definePoolXml(call(), fixture.poolXml(name, UUID.randomUUID()));
        made.add(pool);
        return pool;
    }

    private StoragePoolRef activePool() {
        StoragePoolRef pool = definedPool();
        storage.buildPool(call(), pool, StorageFlags.BUILD_NEW);
        storage.startPool(call(), pool, 0);
        return pool;
    }

    private static String volumeXml(String name, long capacity) {
        return "<volume><name>" + name + "</name><capacity unit='bytes'>" + capacity
                + "</capacity><allocation unit='bytes'>0</allocation><target><format type='raw'/></target></volume>";
    }

    @Test
    void lifeOfAPool() {
        UUID uuid = UUID.randomUUID();
        String name = uniqueName("pool");
        StoragePoolRef pool = storage.definePoolXml(call(), fixture.poolXml(name, uuid));
        made.add(pool);
        assertThat(pool).isEqualTo(new StoragePoolRef(name, uuid));
        assertThat(storage.isPoolActive(call(), pool)).isFalse();
        assertThat(storage.isPoolPersistent(call(), pool)).isTrue();
        assertThat(storage.poolInfo(call(), pool).state()).isEqualTo(StoragePoolInfo.INACTIVE);

        storage.buildPool(call(), pool, StorageFlags.BUILD_NEW);
        storage.startPool(call(), pool, 0);
        StoragePoolInfo info = storage.poolInfo(call(), pool);
        assertThat(storage.isPoolActive(call(), pool)).isTrue();
        assertThat(info.state()).isEqualTo(StoragePoolInfo.RUNNING);
        assertThat(info.capacity()).isPositive();
        assertThat(info.available()).isBetween(0L, info.capacity());

        storage.destroyPool(call(), pool);
        assertThat(storage.isPoolActive(call(), pool)).isFalse();
        storage.deletePool(call(), pool, 0);
        storage.undefinePool(call(), pool);
        assertFails(() -> storage.lookupPoolByUuid(call(), uuid), ErrorCode.NO_STORAGE_POOL);
    }

    @Test
    void transientPoolIsGoneWhenItStops() {
        String xml = fixture.poolXml(uniqueName("transient"), UUID.randomUUID());

        StoragePoolRef pool = storage.createPoolXml(call(), xml, StorageFlags.CREATE_WITH_BUILD);
        made.add(pool);

        assertThat(storage.isPoolActive(call(), pool)).isTrue();
        assertThat(storage.isPoolPersistent(call(), pool)).isFalse();
        assertThat(storage.listPools(call(), StorageFlags.LIST_TRANSIENT)).contains(pool);
        assertFails(() -> storage.setPoolAutostart(call(), pool, true), ErrorCode.OPERATION_INVALID);
        storage.destroyPool(call(), pool);
        assertThat(storage.listPools(call(), 0)).doesNotContain(pool);
    }

    @Test
    void poolsAreFoundAndFiltered() {
        StoragePoolRef off = definedPool();
        StoragePoolRef on = activePool();

        assertThat(storage.lookupPoolByName(call(), on.name())).isEqualTo(on);
        assertThat(storage.lookupPoolByUuid(call(), off.uuid())).isEqualTo(off);
        assertThat(storage.listPools(call(), 0)).contains(on, off);
        assertThat(storage.listPools(call(), StorageFlags.LIST_ACTIVE))
                .contains(on)
                .doesNotContain(off);
        assertThat(storage.listPools(call(), StorageFlags.LIST_INACTIVE))
                .contains(off)
                .doesNotContain(on);
        assertThat(storage.listPools(call(), StorageFlags.LIST_PERSISTENT)).contains(on, off);
    }

    @Test
    void statesThatDoNotFitAreInvalid() {
        StoragePoolRef off = definedPool();
        StoragePoolRef on = activePool();

        assertFails(() -> storage.destroyPool(call(), off), ErrorCode.OPERATION_INVALID);
        assertFails(() -> storage.listVolumes(call(), off), ErrorCode.OPERATION_INVALID);
        assertFails(() -> storage.refreshPool(call(), off), ErrorCode.OPERATION_INVALID);
        assertFails(() -> storage.createVolumeXml(call(), off, volumeXml("v", MIB), 0), ErrorCode.OPERATION_INVALID);
        assertFails(() -> storage.startPool(call(), on, 0), ErrorCode.OPERATION_INVALID);
        assertFails(() -> storage.undefinePool(call(), on), ErrorCode.OPERATION_INVALID);
        assertFails(() -> storage.deletePool(call(), on, 0), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void takenNameIsRefused() {
        StoragePoolRef first = definedPool();

        InnkeeperException error = assertFails(
                () -> storage.definePoolXml(call(), fixture.poolXml(first.name(), UUID.randomUUID())),
                ErrorCode.OPERATION_FAILED,
                ErrorCode.OPERATION_INVALID);

        assertThat(error.info().message()).contains(first.name());
        assertThat(storage.lookupPoolByName(call(), first.name())).isEqualTo(first);
    }

    @Test
    void brokenDefinitionsAreRefused() {
        assertFails(
                () -> storage.definePoolXml(call(), "<pool type='dir'><name>x</nam></pool>"),
                ErrorCode.XML_DETAIL,
                ErrorCode.XML_ERROR);
        assertFails(
                () -> storage.definePoolXml(call(), "<pool type='no-such-type'><name>x</name></pool>"),
                ErrorCode.XML_ERROR,
                ErrorCode.CONFIG_UNSUPPORTED,
                ErrorCode.NO_SUPPORT);
    }

    @Test
    void whatIsNotThereIsNoPoolAndNoVolume() {
        StoragePoolRef pool = activePool();
        VolumeRef ghost = new VolumeRef(pool.name(), "ghost", "/no/such/volume");

        assertFails(() -> storage.lookupPoolByName(call(), uniqueName("ghost")), ErrorCode.NO_STORAGE_POOL);
        assertFails(() -> storage.lookupPoolByUuid(call(), UUID.randomUUID()), ErrorCode.NO_STORAGE_POOL);
        assertFails(() -> storage.lookupVolumeByName(call(), pool, "ghost"), ErrorCode.NO_STORAGE_VOL);
        assertFails(() -> storage.lookupVolumeByKey(call(), "/no/such/volume"), ErrorCode.NO_STORAGE_VOL);
        assertFails(() -> storage.lookupVolumeByPath(call(), "/no/such/volume"), ErrorCode.NO_STORAGE_VOL);
        assertFails(() -> storage.volumeInfo(call(), ghost), ErrorCode.NO_STORAGE_VOL);
        assertFails(() -> storage.deleteVolume(call(), ghost, 0), ErrorCode.NO_STORAGE_VOL);
    }

    @Test
    void autostartIsRemembered() {
        StoragePoolRef pool = definedPool();
        assertThat(storage.poolAutostart(call(), pool)).isFalse();

        storage.setPoolAutostart(call(), pool, true);

        assertThat(storage.poolAutostart(call(), pool)).isTrue();
        assertThat(storage.listPools(call(), StorageFlags.LIST_AUTOSTART)).contains(pool);
        storage.setPoolAutostart(call(), pool, false);
        assertThat(storage.poolAutostart(call(), pool)).isFalse();
    }

    @Test
    void poolXmlTellsWhatItIs() {
        StoragePoolRef pool = activePool();

        XmlElement xml = XmlDocument.parse(storage.poolXml(call(), pool, 0)).root();

        assertThat(xml.name()).isEqualTo("pool");
        assertThat(xml.element("name").text()).isEqualTo(pool.name());
        assertThat(xml.element("uuid").text()).isEqualTo(pool.uuid().toString());
        assertThat(Long.parseLong(xml.element("capacity").text().strip())).isPositive();
        assertThat(xml.element("target").element("path").text()).startsWith("/");
    }

    @Test
    void lifeOfAVolume() {
        StoragePoolRef pool = activePool();

        VolumeRef volume = storage.createVolumeXml(call(), pool, volumeXml("disk.img", 4 * MIB), 0);

        assertThat(volume.pool()).isEqualTo(pool.name());
        assertThat(volume.name()).isEqualTo("disk.img");
        assertThat(storage.listVolumes(call(), pool)).containsExactly(volume);
        assertThat(storage.lookupVolumeByName(call(), pool, "disk.img")).isEqualTo(volume);
        assertThat(storage.lookupVolumeByKey(call(), volume.key())).isEqualTo(volume);
        assertThat(storage.lookupVolumeByPath(call(), storage.volumePath(call(), volume)))
                .isEqualTo(volume);
        assertThat(storage.lookupPoolByVolume(call(), volume)).isEqualTo(pool);
        assertThat(storage.volumeInfo(call(), volume).capacity()).isEqualTo(4 * MIB);
        storage.refreshPool(call(), pool);
        assertThat(storage.listVolumes(call(), pool)).containsExactly(volume);
        storage.deleteVolume(call(), volume, 0);
        assertThat(storage.listVolumes(call(), pool)).isEmpty();
    }

    @Test
    void volumeXmlTellsItsSizes() {
        StoragePoolRef pool = activePool();
        VolumeRef volume = storage.createVolumeXml(call(), pool, volumeXml("disk.img", 4 * MIB), 0);

        XmlElement xml = XmlDocument.parse(storage.volumeXml(call(), volume)).root();

        assertThat(xml.element("name").text()).isEqualTo("disk.img");
        assertThat(xml.element("capacity").text()).isEqualTo(Long.toString(4 * MIB));
        assertThat(xml.element("target").element("path").text()).isEqualTo(storage.volumePath(call(), volume));
        assertThat(xml.element("target").element("format").attribute("type")).isEqualTo("raw");
    }

    @Test
    void takenVolumeNameIsRefused() {
        StoragePoolRef pool = activePool();
        VolumeRef volume = storage.createVolumeXml(call(), pool, volumeXml("disk.img", MIB), 0);

        assertFails(
                () -> storage.createVolumeXml(call(), pool, volumeXml("disk.img", 2 * MIB), 0),
                ErrorCode.STORAGE_VOL_EXIST);
        assertThat(storage.volumeInfo(call(), volume).capacity()).isEqualTo(MIB);
    }

    @Test
    void volumeNameMustNotLeaveThePool() {
        StoragePoolRef pool = activePool();

        assertFails(
                () -> storage.createVolumeXml(call(), pool, volumeXml("../escaped.img", MIB), 0),
                ErrorCode.XML_ERROR,
                ErrorCode.INVALID_ARG,
                ErrorCode.OPERATION_FAILED);
        assertThat(storage.listVolumes(call(), pool)).isEmpty();
    }

    @Test
    void volumesCanGrowAndShrinkOnlyWhenAllowed() {
        StoragePoolRef pool = activePool();
        VolumeRef volume = storage.createVolumeXml(call(), pool, volumeXml("disk.img", 2 * MIB), 0);

        storage.resizeVolume(call(), volume, 4 * MIB, 0);
        assertThat(storage.volumeInfo(call(), volume).capacity()).isEqualTo(4 * MIB);
        storage.resizeVolume(call(), volume, MIB, StorageFlags.VOLUME_RESIZE_DELTA);
        assertThat(storage.volumeInfo(call(), volume).capacity()).isEqualTo(5 * MIB);
        assertFails(
                () -> storage.resizeVolume(call(), volume, MIB, 0), ErrorCode.INVALID_ARG, ErrorCode.OPERATION_INVALID);
        storage.resizeVolume(call(), volume, 2 * MIB, StorageFlags.VOLUME_RESIZE_SHRINK);
        assertThat(storage.volumeInfo(call(), volume).capacity()).isEqualTo(2 * MIB);
    }

    @Test
    void copyHasTheSizeOfItsSource() {
        StoragePoolRef pool = activePool();
        VolumeRef source = storage.createVolumeXml(call(), pool, volumeXml("source.img", 3 * MIB), 0);

        VolumeRef copy = storage.createVolumeXmlFrom(call(), pool, volumeXml("copy.img", 3 * MIB), source, 0);

        VolumeInfo info = storage.volumeInfo(call(), copy);
        assertThat(info.capacity()).isEqualTo(3 * MIB);
        assertThat(info.type()).isEqualTo(storage.volumeInfo(call(), source).type());
        assertThat(storage.listVolumes(call(), pool)).containsExactlyInAnyOrder(source, copy);
    }

    @Test
    void unknownFlagsAreRefused() {
        StoragePoolRef pool = activePool();
        StoragePoolRef off = definedPool();
        VolumeRef volume = storage.createVolumeXml(call(), pool, volumeXml("disk.img", MIB), 0);
        String xml = fixture.poolXml(uniqueName("flags"), UUID.randomUUID());

        assertRefusesUnknownFlag(() -> storage.listPools(call(), UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.createPoolXml(call(), xml, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.buildPool(call(), off, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.startPool(call(), off, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.deletePool(call(), off, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.poolXml(call(), pool, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.createVolumeXml(call(), pool, volumeXml("x", MIB), UNKNOWN_FLAG));
        assertRefusesUnknownFlag(
                () -> storage.createVolumeXmlFrom(call(), pool, volumeXml("x", MIB), volume, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.resizeVolume(call(), volume, 2 * MIB, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> storage.deleteVolume(call(), volume, UNKNOWN_FLAG));
        assertThat(storage.listVolumes(call(), pool)).containsExactly(volume);
    }
}
