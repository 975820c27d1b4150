package org.innkeeper.core.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;

/** A driver that has every facet, writes down what it is asked and answers with samples, unless a test wants otherwise. */
final class RecordingDriver implements DriverConnection, DriverProvider {
    /** What a test lets a facet do. */
    @FunctionalInterface
    interface Behaviour {
        Object call(Method method, Object[] arguments) throws Throwable;
    }

    final List<Method> calls = new CopyOnWriteArrayList<>();
    final List<Object[]> arguments = new CopyOnWriteArrayList<>();
    Set<Feature> features = EnumSet.allOf(Feature.class);
    Set<Class<? extends Facet>> missing = new HashSet<>();
    Behaviour behaviour = (method, given) -> Samples.of(method.getGenericReturnType());
    String stateRoot;
    boolean closed;
    LocalServices services;
    private final Map<Class<?>, Object> facets = new ConcurrentHashMap<>();

    @Override
    public <F extends Facet> Optional<F> facet(Class<F> kind) {
        return missing.contains(kind)
                ? Optional.empty()
                : Optional.of(kind.cast(facets.computeIfAbsent(kind, this::record)));
    }

    private Object record(Class<?> kind) {
        return Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, given) -> {
            if (method.getDeclaringClass() == Object.class) {
                return objectMethod(proxy, method, given);
            }
            calls.add(method);
            arguments.add(given);
            return behaviour.call(method, given);
        });
    }

    private Object objectMethod(Object proxy, Method method, Object[] given)
            throws InvocationTargetException, IllegalAccessException {
        return switch (method.getName()) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> method.invoke(this, given);
        };
    }

    List<String> names() {
        return calls.stream().map(Method::getName).toList();
    }

    /** A connection over this driver whose errors are not logged. */
    Connection connect(boolean readOnly) {
        Innkeeper innkeeper = Innkeeper.of(List.of(this), List.of());
        innkeeper.setErrorHandler((error, connection) -> {});
        return innkeeper.open(
                "fake:///x", new OpenOptions(readOnly, true), AuthenticationCallback.NOBODY, CallContext.create());
    }

    Connection connect() {
        return connect(false);
    }

    @Override
    public Set<Feature> features() {
        return features;
    }

    @Override
    public Optional<String> stateRoot() {
        return Optional.ofNullable(stateRoot);
    }

    @Override
    public String uri() {
        return "fake:///x";
    }

    @Override
    public boolean isAlive() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("fake");
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Claim claim(ConnectUri uri) {
        return uri.driver().equals("fake") ? Claim.accept() : Claim.decline("only fake://");
    }

    @Override
    public DriverConnection open(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices localServices) {
        services = localServices;
        return this;
    }
}
