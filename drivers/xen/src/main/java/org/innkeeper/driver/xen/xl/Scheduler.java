package org.innkeeper.driver.xen.xl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.part.DomainKey;

/** The share of CPU time that xl reads and sets: weight and cap of the credit schedulers. */
final class Scheduler {
    private static final Set<String> CREDIT = Set.of("credit", "credit2");
    private static final Pattern ROW = Pattern.compile(".*?\\s+(\\d{1,5})\\s+(\\d{1,7})\\s+(\\d{1,7})\\s*");

    private final XlTool xl;

    Scheduler(XlTool xl) {
        this.xl = xl;
    }

    /** @param name what xl info calls {@code xen_scheduler} */
    static SchedulerType type(String name) {
        return new SchedulerType(name, CREDIT.contains(name) ? 2 : 0);
    }

    List<TypedParameter> read(CallContext context, String scheduler, DomainKey domain) {
        String verb = verb(scheduler);
        List<String> words = List.of(verb, "-d", Integer.toString(domain.id()));
        String table = xl.run(context, XlTool.QUERY, domain, words, line -> {}).output();
        return table.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches() && Integer.parseInt(row.group(1)) == domain.id())
                .findFirst()
                .map(Scheduler::parameters)
                .orElseThrow(() -> XenErrors.malformed(
                        ErrorOrigin.XENXL, "xl " + verb + " does not list domain '" + domain.name() + "'"));
    }

    private static List<TypedParameter> parameters(Matcher row) {
        return List.of(
                TypedParameter.ofUint("weight", Long.parseLong(row.group(2))),
                TypedParameter.ofUint("cap", Long.parseLong(row.group(3))));
    }

    void set(CallContext context, String scheduler, DomainKey domain, List<TypedParameter> parameters) {
        List<String> words = new ArrayList<>(List.of(verb(scheduler), "-d", Integer.toString(domain.id())));
        for (TypedParameter parameter : parameters) {
            words.add(parameter.name().equals("cap") ? "-c" : "-w");
            words.add(parameter.asText());
        }
        xl.run(context, XlTool.CHANGE, domain, words, line -> {});
    }

    private static String verb(String scheduler) {
        if (!CREDIT.contains(scheduler)) {
            throw XenErrors.unsupported("The scheduler '" + scheduler + "' of this host has no weight and cap");
        }
        return "sched-" + scheduler;
    }
}
