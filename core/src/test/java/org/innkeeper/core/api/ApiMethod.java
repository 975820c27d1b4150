package org.innkeeper.core.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.spi.CallContext;

/** One method of the API that goes to a driver, and how to call it with good arguments. */
record ApiMethod(Class<?> type, Method method) {
    private static final Map<Class<?>, Function<Connection, Object>> OBJECTS = Map.ofEntries(
            Map.entry(Connection.class, connection -> connection),
            Map.entry(Domains.class, Connection::domains),
            Map.entry(Domain.class, ApiMethod::domain),
            Map.entry(DomainVcpus.class, c -> domain(c).vcpus()),
            Map.entry(DomainDevices.class, c -> domain(c).devices()),
            Map.entry(DomainSaves.class, c -> domain(c).saves()),
            Map.entry(DomainSnapshots.class, c -> domain(c).snapshots()),
            Map.entry(DomainSnapshot.class, c -> domain(c).snapshots().of(Samples.SNAPSHOT)),
            Map.entry(DomainScheduler.class, c -> domain(c).scheduler()),
            Map.entry(DomainStatistics.class, c -> domain(c).statistics()),
            Map.entry(DomainJob.class, c -> domain(c).job()),
            Map.entry(DomainMetadata.class, c -> domain(c).metadata()),
            Map.entry(DomainConsole.class, c -> domain(c).console()),
            Map.entry(DomainMigration.class, c -> domain(c).migration()),
            Map.entry(Node.class, Connection::node),
            Map.entry(Networks.class, Connection::networks),
            Map.entry(Network.class, c -> c.networks().of((NetworkRef) Samples.of(NetworkRef.class))),
            Map.entry(Storage.class, Connection::storage),
            Map.entry(StoragePool.class, c -> c.storage().pool((StoragePoolRef) Samples.of(StoragePoolRef.class))),
            Map.entry(StorageVolume.class, c -> c.storage().volume(Samples.VOLUME)),
            Map.entry(NodeDevices.class, Connection::nodeDevices),
            Map.entry(NodeDevice.class, c -> c.nodeDevices().of((NodeDeviceRef) Samples.of(NodeDeviceRef.class))),
            Map.entry(Secrets.class, Connection::secrets),
            Map.entry(Secret.class, c -> c.secrets().of((SecretRef) Samples.of(SecretRef.class))));

    private static Domain domain(Connection connection) {
        return connection.domains().of(Samples.DOMAIN);
    }

    static Stream<ApiMethod> all() {
        return OBJECTS.keySet().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method ->
                                method.getParameterCount() > 0 && method.getParameterTypes()[0] == CallContext.class)
                        .map(method -> new ApiMethod(type, method)))
                .sorted(Comparator.comparing(ApiMethod::toString)
                        .thenComparing(m -> Arrays.toString(m.method().getParameterTypes())));
    }

    /** How errors name it. */
    String function() {
        return type.getSimpleName() + "." + method.getName();
    }

    Object call(Connection connection) throws Throwable {
        return call(connection, goodArguments(connection));
    }

    Object call(Connection connection, Object[] arguments) throws Throwable {
        try {
            return method.invoke(OBJECTS.get(type).apply(connection), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    Object[] goodArguments(Connection connection) {
        Type[] types = method.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        arguments[0] = CallContext.create();
        for (int i = 1; i < types.length; i++) {
            arguments[i] = argument(types[i], connection);
        }
        return arguments;
    }

    private Object argument(Type wanted, Connection connection) {
        if (wanted == StorageVolume.class) {
            return connection.storage().volume(Samples.VOLUME);
        }
        if (wanted == Connection.class) {
            return new RecordingDriver().connect();
        }
        if (method.getName().equals("migrateToUri") && wanted == String.class) {
            return "fake://target/x";
        }
        return Samples.of(wanted);
    }

    /** The positions of arguments that must not be null: sets of flags, enums, and the context. */
    List<Integer> neverNull() {
        Class<?>[] types = method.getParameterTypes();
        return Stream.iterate(0, i -> i < types.length, i -> i + 1)
                .filter(i -> i == 0 || types[i] == Set.class || types[i].isEnum())
                .toList();
    }

    @Override
    public String toString() {
        return function();
    }
}
