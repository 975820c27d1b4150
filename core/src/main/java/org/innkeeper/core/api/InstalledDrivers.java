package org.innkeeper.core.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.innkeeper.core.uri.UriResolver;
import org.innkeeper.core.uri.UriSettingsFile;

/** Finds the drivers and services of this installation. */
final class InstalledDrivers {
    private static final Logger LOG = System.getLogger("org.innkeeper.core.api");

    /** A loader goes on behind a driver that fails, but does not promise to. */
    private static final int MOST_FAILURES = 100;

    private InstalledDrivers() {}

    static Innkeeper load() {
        List<LocalServiceProvider> services = found(LocalServiceProvider.class);
        // The order of the loader differs between class path and module path.
        services.sort(Comparator.comparing(LocalServiceProvider::id));
        return new Innkeeper(
                found(DriverProvider.class),
                services,
                new UriResolver(System.getenv(), () -> UriSettingsFile.read(UriSettingsFile.places())));
    }

    /** All that can be made; one that cannot must not take the others with it. */
    private static <S> List<S> found(Class<S> service) {
        List<S> services = new ArrayList<>();
        // The loader of this class, as drivers are beside it; that of the thread may be anybody's.
        Iterator<S> iterator = ServiceLoader.load(service, InstalledDrivers.class.getClassLoader())
                .iterator();
        int failures = 0;
        while (failures < MOST_FAILURES) {
            try {
                if (!iterator.hasNext()) {
                    return services;
                }
                services.add(iterator.next());
            } catch (ServiceConfigurationError e) {
                failures++;
                LOG.log(Level.ERROR, "a driver could not be loaded", e);
            }
        }
        return services;
    }
}
