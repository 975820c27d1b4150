package org.innkeeper.installer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.api.StorageVolume;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;

/** Finds the methods of the API by their names, and asks a connection whether its driver has them. */
final class ApiCaller {
    /** Good as a name, a path and a UUID, and names nothing on any host. */
    private static final String NOBODY = "0007c4b0-0000-4000-8000-000000000001";

    private static final UUID NOBODY_ID = UUID.fromString(NOBODY);
    private static final Consumer<Object> LISTENER = event -> {};

    /** How to get at an object of each class; its calls need not succeed. */
    private static final Map<String, Function<Connection, Object>> OBJECTS = Map.ofEntries(
            Map.entry("Connection", c -> c),
            Map.entry("Domains", Connection::domains),
            Map.entry("Domain", ApiCaller::domain),
            Map.entry("DomainVcpus", c -> domain(c).vcpus()),
            Map.entry("DomainDevices", c -> domain(c).devices()),
            Map.entry("DomainSaves", c -> domain(c).saves()),
            Map.entry("DomainSnapshots", c -> domain(c).snapshots()),
            Map.entry("DomainSnapshot", c -> domain(c).snapshots().named(NOBODY)),
            Map.entry("DomainScheduler", c -> domain(c).scheduler()),
            Map.entry("DomainStatistics", c -> domain(c).statistics()),
            Map.entry("DomainJob", c -> domain(c).job()),
            Map.entry("DomainMetadata", c -> domain(c).metadata()),
            Map.entry("DomainConsole", c -> domain(c).console()),
            Map.entry("DomainMigration", c -> domain(c).migration()),
            Map.entry("Node", Connection::node),
            Map.entry("Networks", Connection::networks),
            Map.entry("Network", c -> c.networks().of(new NetworkRef(NOBODY, NOBODY_ID))),
            Map.entry("Storage", Connection::storage),
            Map.entry("StoragePool", c -> c.storage().pool(new StoragePoolRef(NOBODY, NOBODY_ID))),
            Map.entry("StorageVolume", ApiCaller::volume),
            Map.entry("NodeDevices", Connection::nodeDevices),
            Map.entry("NodeDevice", c -> c.nodeDevices().of(new NodeDeviceRef(NOBODY))),
            Map.entry("Secrets", Connection::secrets),
            Map.entry("Secret", c -> c.secrets().of(new SecretRef(NOBODY_ID, 0, ""))));

    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            int.class,
            1,
            long.class,
            1L,
            boolean.class,
            false,
            String.class,
            NOBODY,
            UUID.class,
            NOBODY_ID,
            byte[].class,
            new byte[0],
            Set.class,
            Set.of(),
            List.class,
            List.of(1),
            Consumer.class,
            LISTENER,
            CpuMap.class,
            CpuMap.of(0));

    private ApiCaller() {}

    private static Domain domain(Connection connection) {
        return connection.domains().of(new DomainRef(NOBODY, NOBODY_ID, DomainRef.INACTIVE));
    }

    private static StorageVolume volume(Connection connection) {
        return connection.storage().volume(new VolumeRef(NOBODY, NOBODY, "/" + NOBODY));
    }

    /** The public methods that {@code Class.method} stands for; none where there is no such thing. */
    static List<Method> methods(String name) {
        String[] parts = name.split("\\.");
        try {
            Class<?> type = Class.forName(Innkeeper.class.getPackageName() + "." + parts[0]);
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }

    /** Every method that goes to a driver, as {@code Class.method}. */
    static Stream<String> allThatReachADriver() {
        return OBJECTS.keySet().stream().sorted().flatMap(type -> declaredMethods(type)
                .filter(ApiCaller::reachesDriver)
                .map(method -> type + "." + method.getName())
                .distinct());
    }

    private static Stream<Method> declaredMethods(String type) {
        try {
            return Arrays.stream(Class.forName(Innkeeper.class.getPackageName() + "." + type)
                            .getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean reachesDriver(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == CallContext.class;
    }

    /** Whether the driver of a connection has the method: asked for something that is not there, it says other than no. */
    static boolean isSupported(Connection connection, String name) {
        String type = name.substring(0, name.indexOf('.'));
        if (type.equals("DomainMigration")) {
            // It needs two hosts to be asked.
            return connection.supports(Feature.MIGRATION);
        }
        return methods(name).stream()
                .filter(ApiCaller::reachesDriver)
                .findFirst()
                .map(method -> isSupported(connection, OBJECTS.get(type).apply(connection), method))
                .orElse(true);
    }

    private static boolean isSupported(Connection connection, Object object, Method method) {
        try {
            method.invoke(object, arguments(connection, method));
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InnkeeperException error) {
                return error.code() != ErrorCode.NO_SUPPORT;
            }
            throw new AssertionError(method + " threw what it must not", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object[] arguments(Connection connection, Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        arguments[0] = CallContext.create();
        for (int i = 1; i < types.length; i++) {
            arguments[i] = types[i].isEnum()
                    ? types[i].getEnumConstants()[0]
                    : types[i] == StorageVolume.class ? volume(connection) : ARGUMENTS.get(types[i]);
        }
        if (method.getName().equals("get") || method.getName().equals("set")) {
            // Only an element of metadata has a namespace.
            arguments[arguments.length - 2] = null;
        }
        if (method.getName().equals("allStats")) {
            arguments[1] = List.of();
        }
        return arguments;
    }
}
