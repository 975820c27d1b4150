package org.innkeeper.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.innkeeper.core.api.HostOffer;
import org.innkeeper.core.api.Innkeeper;
import org.junit.jupiter.api.Test;

/** The drivers are found as modules too, not only on the class path where the tests run. */
class ModulePathTest {
    /** What core and the drivers need besides the JDK; the program and the tests are left out. */
    private static final Pattern WANTED = Pattern.compile(
            ".*/(core|drivers/\\w+)/target/(classes|[\\w.-]+\\.jar)|.*/(jackson-|woodstox|stax2|jsch|bc|jnr-|jffi-|asm-)[^/]*\\.jar");

    private static Path[] modulePath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> WANTED.matcher(entry).matches() && !entry.endsWith("-tests.jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toArray(Path[]::new);
    }

    private static ModuleLayer layer() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration()
                .resolveAndBind(ModuleFinder.of(modulePath()), ModuleFinder.of(), Set.of("org.innkeeper.core"));
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void findsTheSameDrivers() throws ReflectiveOperationException {
        ModuleLayer layer = layer();
        ClassLoader loader = layer.findLoader("org.innkeeper.core");
        Class<?> api = loader.loadClass(Innkeeper.class.getName());
        assertThat(api.getModule().isNamed()).isTrue();
        Object innkeeper = api.getMethod("load").invoke(null);
        List<String> onClassPath = Innkeeper.load().localHosts().stream()
                .map(HostOffer::providerId)
                .toList();
        assertThat(ids((List<?>) api.getMethod("localHosts").invoke(innkeeper)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(onClassPath);
    }

    private static List<String> ids(List<?> offers) throws ReflectiveOperationException {
        List<String> ids = new ArrayList<>();
        for (Object offer : offers) {
            Method id = offer.getClass().getMethod("providerId");
            ids.add((String) id.invoke(offer));
        }
        return ids;
    }
}
