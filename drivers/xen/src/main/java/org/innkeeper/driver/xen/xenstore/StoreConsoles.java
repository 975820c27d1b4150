package org.innkeeper.driver.xen.xenstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.TextConsole;

/** Where the text consoles of a domain are: xenconsoled and QEMU write their pseudo terminals into the store. */
final class StoreConsoles {
    private final StoreView store;

    StoreConsoles(StoreView store) {
        this.store = store;
    }

    /** Serial ports after consoles, each by number. */
    List<TextConsole> of(CallContext context, int domain) {
        String further = StoredDomain.path(domain, "device", "console");
        String ports = StoredDomain.path(domain, "serial");
        Map<String, List<String>> numbers = store.listAll(context, List.of(further, ports));
        Map<String, String> names = new LinkedHashMap<>();
        names.put(StoredDomain.path(domain, "console", "tty"), "console0");
        add(names, numbers.getOrDefault(further, List.of()), further, "console");
        add(names, numbers.getOrDefault(ports, List.of()), ports, "serial");
        Map<String, String> terminals = store.readAll(context, List.copyOf(names.keySet()));
        List<TextConsole> consoles = new ArrayList<>();
        names.forEach((path, name) -> {
            String tty = terminals.getOrDefault(path, "");
            if (!tty.isEmpty()) {
                consoles.add(new TextConsole(name, tty));
            }
        });
        return consoles;
    }

    private static void add(Map<String, String> names, List<String> numbers, String directory, String kind) {
        numbers.stream()
                .mapToInt(StoredDomain::number)
                .filter(number -> number >= 0 && !(kind + number).equals("console0"))
                .sorted()
                .forEach(number -> names.put(directory + "/" + number + "/tty", kind + number));
    }
}
