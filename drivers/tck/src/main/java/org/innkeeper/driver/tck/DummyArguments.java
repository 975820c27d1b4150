package org.innkeeper.driver.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Facet;

/** Calls any method of any facet with arguments that name nothing on the host. */
final class DummyArguments {
    private static final UUID NOBODY = new UUID(0x7_4c4b, 1);
    private static final DomainRef DOMAIN = new DomainRef("tck-nobody", NOBODY, DomainRef.INACTIVE);
    private static final Consumer<Object> LISTENER = ignored -> {};

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(int.class, 0),
            Map.entry(long.class, 0L),
            Map.entry(boolean.class, false),
            Map.entry(String.class, "tck-nobody"),
            Map.entry(UUID.class, NOBODY),
            Map.entry(byte[].class, new byte[0]),
            Map.entry(List.class, List.of()),
            Map.entry(Consumer.class, LISTENER),
            Map.entry(CpuMap.class, CpuMap.of(0)),
            Map.entry(DomainRef.class, DOMAIN),
            Map.entry(SnapshotRef.class, new SnapshotRef(DOMAIN, "tck-nobody")),
            Map.entry(NetworkRef.class, new NetworkRef("tck-nobody", NOBODY)),
            Map.entry(StoragePoolRef.class, new StoragePoolRef("tck-nobody", NOBODY)),
            Map.entry(VolumeRef.class, new VolumeRef("tck-nobody", "tck-nobody", "/tck-nobody")),
            Map.entry(NodeDeviceRef.class, new NodeDeviceRef("tck-nobody")),
            Map.entry(SecretRef.class, new SecretRef(NOBODY, 0, "")));

    private DummyArguments() {}

    static List<Method> methodsOf(Class<? extends Facet> kind) {
        return Arrays.stream(kind.getMethods())
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == CallContext.class)
                .toList();
    }

    /** Calls a method and lets its own exception through. */
    static void invoke(Facet facet, Method method, CallContext context) throws Throwable {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        arguments[0] = context;
        for (int i = 1; i < types.length; i++) {
            arguments[i] = VALUES.get(types[i]);
        }
        try {
            method.invoke(facet, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
