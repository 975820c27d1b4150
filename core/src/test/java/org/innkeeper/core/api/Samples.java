package org.innkeeper.core.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.JobInfo;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;

/** One good value of every type that crosses the API or the SPI. */
final class Samples {
    /** A text that is good as a name, a path, a document and a UUID. */
    static final String TEXT = "01234567-89ab-cdef-0123-456789abcdef";

    static final UUID ID = UUID.fromString(TEXT);
    static final DomainRef DOMAIN = new DomainRef("fc4", ID, 7);
    static final SnapshotRef SNAPSHOT = new SnapshotRef(DOMAIN, "before");
    static final VolumeRef VOLUME = new VolumeRef("default", "fc4.img", "/pool/fc4.img");

    private static final Consumer<Object> LISTENER = event -> {};
    private static final AutoCloseable HANDLE = () -> {};

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(UUID.class, ID),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(byte[].class, new byte[] {1}),
            Map.entry(Consumer.class, LISTENER),
            Map.entry(AutoCloseable.class, HANDLE),
            Map.entry(CpuMap.class, CpuMap.of(0)),
            Map.entry(DomainRef.class, DOMAIN),
            Map.entry(DomainInfo.class, new DomainInfo(DomainState.RUNNING, 2, 1, 1, 5)),
            Map.entry(DomainStatus.class, DomainStatus.of(DomainState.RUNNING)),
            Map.entry(DomainStats.class, new DomainStats(DOMAIN, 1, List.of())),
            Map.entry(SnapshotRef.class, SNAPSHOT),
            Map.entry(NetworkRef.class, new NetworkRef("default", ID)),
            Map.entry(StoragePoolRef.class, new StoragePoolRef("default", ID)),
            Map.entry(StoragePoolInfo.class, new StoragePoolInfo(2, 3, 2, 1)),
            Map.entry(VolumeRef.class, VOLUME),
            Map.entry(VolumeInfo.class, new VolumeInfo(0, 2, 1)),
            Map.entry(NodeDeviceRef.class, new NodeDeviceRef("computer")),
            Map.entry(SecretRef.class, new SecretRef(ID, 0, "")),
            Map.entry(NodeInfo.class, new NodeInfo("x86_64", 1, 1, 1, 1, 1, 1, 1)),
            Map.entry(NodeCpuStats.class, new NodeCpuStats(1, 1, 1, 1)),
            Map.entry(NodeMemoryStats.class, new NodeMemoryStats(4, 1, 1, 1)),
            Map.entry(BlockStats.class, new BlockStats(1, 1, 1, 1, -1)),
            Map.entry(BlockInfo.class, new BlockInfo(1, 1, 1)),
            Map.entry(InterfaceStats.class, new InterfaceStats(1, 1, 1, 1, 1, 1, 1, 1)),
            Map.entry(InterfaceAddress.class, new InterfaceAddress("eth0", null, List.of())),
            Map.entry(DhcpLease.class, new DhcpLease("virbr0", 0, false, null, "192.0.2.2", 24, null, null)),
            Map.entry(JobInfo.class, JobInfo.none()),
            Map.entry(MigrationStep.class, new MigrationStep("tcp://target:49152", new byte[] {2})),
            Map.entry(SecurityLabel.class, new SecurityLabel("label", true)),
            Map.entry(SchedulerType.class, new SchedulerType("credit", 2)),
            Map.entry(Screenshot.class, new Screenshot("image/png", new byte[1])),
            Map.entry(TypedParameter.class, TypedParameter.ofUint("weight", 1)),
            Map.entry(VcpuInfo.class, new VcpuInfo(0, 1, 1, 0, CpuMap.of(0))));

    private Samples() {}

    /** A good value of the type; null for {@code void}. */
    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == void.class) {
            return null;
        }
        if (kind.isEnum()) {
            Object[] constants = kind.getEnumConstants();
            return constants[constants.length - 1];
        }
        Object value = VALUES.get(kind);
        if (value == null && kind.isInterface()) {
            return Proxy.newProxyInstance(
                    kind.getClassLoader(),
                    new Class<?>[] {kind},
                    (proxy, method, arguments) -> of(method.getGenericReturnType()));
        }
        if (value == null) {
            throw new AssertionError("no sample of " + kind);
        }
        return value;
    }

    private static Object ofGeneric(ParameterizedType type) {
        if (type.getRawType() == Set.class) {
            return Set.of();
        }
        if (type.getRawType() == List.class) {
            return List.of(of(type.getActualTypeArguments()[0]));
        }
        if (type.getRawType() == Optional.class) {
            return Optional.of(of(type.getActualTypeArguments()[0]));
        }
        return of(type.getRawType());
    }
}
