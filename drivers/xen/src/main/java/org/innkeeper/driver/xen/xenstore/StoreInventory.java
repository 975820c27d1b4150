package org.innkeeper.driver.xen.xenstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;

/**
 * The domains as the store knows them: names, UUIDs and sizes, no states. All of a kind are asked for together, so the wait
 * does not grow with the number of domains.
 */
final class StoreInventory {
    private static final String DOMAIN_0_NAME = "Domain-0";

    private final Xenstore store;

    StoreInventory(Xenstore store) {
        this.store = store;
    }

    /** The ids of all domains, ascending. */
    List<Integer> ids(CallContext context) {
        return store.list(context, StoredDomain.ALL).stream()
                .map(StoredDomain::number)
                .filter(id -> id >= 0)
                .sorted()
                .toList();
    }

    /** What is known of domains; without those that have no name, which are being made or taken down. */
    List<DomainRecord> records(CallContext context, List<Integer> ids) {
        Map<String, String> values = store.readAll(context, paths(ids));
        Map<String, String> kinds = store.readAll(context, kindPaths(ids, values));
        Map<Integer, List<String>> vcpus = vcpuPaths(context, ids);
        Map<String, String> online = store.readAll(
                context, vcpus.values().stream().flatMap(List::stream).toList());
        List<DomainRecord> records = new ArrayList<>();
        for (int id : ids) {
            String name =
                    values.getOrDefault(StoredDomain.path(id, "name"), id == DomainKey.DOMAIN_0 ? DOMAIN_0_NAME : "");
            if (!name.isEmpty()) {
                String vm = values.get(StoredDomain.path(id, "vm"));
                DomainRecord.Builder record = DomainRecord.of(id)
                        .name(name)
                        .uuid(StoredDomain.uuid(id, vm))
                        .memory(StoredDomain.count(values.get(StoredDomain.path(id, "memory", "target"))))
                        .maxMemory(maxMemory(id, values))
                        .hvm(hvm(id, values, kinds.get(vm + "/image/ostype")));
                List<String> states = vcpus.get(id);
                if (!states.isEmpty()) {
                    record.maxVcpus(states.size()).vcpus((int) states.stream()
                            .map(online::get)
                            .filter("online"::equals)
                            .count());
                }
                records.add(record.build());
            }
        }
        return records;
    }

    private static List<String> paths(List<Integer> ids) {
        List<String> paths = new ArrayList<>();
        for (int id : ids) {
            paths.add(StoredDomain.path(id, "name"));
            paths.add(StoredDomain.path(id, "vm"));
            paths.add(StoredDomain.path(id, "memory", "target"));
            paths.add(StoredDomain.path(id, "memory", "static-max"));
            paths.add(kindPath(id));
        }
        return paths;
    }

    /** Where xl's library says what kind of guest it is; only root may read it. */
    private static String kindPath(int id) {
        return "/libxl/" + id + "/type";
    }

    /** Where xend says it, for those of whom xl's library does not. */
    private static List<String> kindPaths(List<Integer> ids, Map<String, String> values) {
        List<String> paths = new ArrayList<>();
        for (int id : ids) {
            String vm = values.get(StoredDomain.path(id, "vm"));
            if (!values.containsKey(kindPath(id)) && vm != null && vm.startsWith("/vm/")) {
                paths.add(vm + "/image/ostype");
            }
        }
        return paths;
    }

    private static Boolean hvm(int id, Map<String, String> values, String osType) {
        String kind = values.getOrDefault(kindPath(id), osType);
        if (kind == null) {
            return id == DomainKey.DOMAIN_0 ? Boolean.FALSE : null;
        }
        return kind.equals("hvm");
    }

    private static Long maxMemory(int id, Map<String, String> values) {
        Long most = StoredDomain.count(values.get(StoredDomain.path(id, "memory", "static-max")));
        return most == null && id == DomainKey.DOMAIN_0 ? Long.valueOf(DomainInfo.UNLIMITED) : most;
    }

    /** The paths that say whether each virtual CPU is online, by domain. */
    private Map<Integer, List<String>> vcpuPaths(CallContext context, List<Integer> ids) {
        Map<Integer, List<String>> paths = new LinkedHashMap<>();
        Map<String, List<String>> names = store.listAll(
                context, ids.stream().map(id -> StoredDomain.path(id, "cpu")).toList());
        for (int id : ids) {
            paths.put(id, availability(id, names.getOrDefault(StoredDomain.path(id, "cpu"), List.of())));
        }
        return paths;
    }

    /** The same of one domain, from the names below its {@code cpu}; ascending. */
    static List<String> availability(int id, List<String> names) {
        return names.stream()
                .map(StoredDomain::number)
                .filter(number -> number >= 0)
                .sorted()
                .map(number -> StoredDomain.path(id, "cpu", Integer.toString(number), "availability"))
                .toList();
    }
}
