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

    private InstalledDrivers() {}

    static Innkeeper load() {
        List<LocalServiceProvider> services = new ArrayList<>(found(ServiceLoader.load(LocalServiceProvider.class)));
        // The order of the loader differs between class path and module path.
        services.sort(Comparator.comparing(LocalServiceProvider::id));
        return new Innkeeper(
                found(ServiceLoader.load(DriverProvider.class)),
                services,
                new UriResolver(System.getenv(), () -> UriSettingsFile.read(UriSettingsFile.places())));
    }

    /** All that can be made; one that cannot must not take the others with it. */
    private static <S> List<S> found(ServiceLoader<S> loader) {
        List<S> services = new ArrayList<>();
        Iterator<S> iterator = loader.iterator();
        while (true) {
            try {
                if (!iterator.hasNext()) {
                    return services;
                }
                services.add(iterator.next());
            } catch (ServiceConfigurationError e) {
                LOG.log(Level.ERROR, "a driver could not be loaded", e);
            }
        }
    }
}
