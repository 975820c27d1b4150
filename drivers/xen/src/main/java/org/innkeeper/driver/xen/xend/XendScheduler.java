package org.innkeeper.driver.xen.xend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;

/** The scheduler of a domain as xend tells and sets it. */
final class XendScheduler {
    private static final String SEDF = "sedf";
    private static final List<String> CREDIT_NAMES = List.of("weight", "cap");
    private static final List<String> SEDF_NAMES = List.of("period", "slice", "latency", "extratime", "weight");
    /** A mapping as Python prints it, {@code {'cap': 0, 'weight': 256}}. */
    private static final Pattern ENTRY = Pattern.compile("'(\\w+)':\\s*(-?[0-9]+)");

    private final XendClient client;
    private final String name;

    XendScheduler(XendClient client, String name) {
        this.client = client;
        this.name = name;
    }

    private boolean isSedf() {
        return name.equals(SEDF);
    }

    private List<String> names() {
        return isSedf() ? SEDF_NAMES : CREDIT_NAMES;
    }

    SchedulerType type() {
        return new SchedulerType(name, names().size());
    }

    List<TypedParameter> parameters(CallContext context, String path) {
        Map<String, Long> values = read(context, path);
        List<TypedParameter> parameters = new ArrayList<>();
        for (String parameter : names()) {
            Long value = values.get(parameter);
            if (value != null) {
                boolean time = isSedf() && SEDF_NAMES.indexOf(parameter) < 3;
                parameters.add(
                        time ? TypedParameter.ofUlong(parameter, value) : TypedParameter.ofUint(parameter, value));
            }
        }
        return parameters;
    }

    private Map<String, Long> read(CallContext context, String path) {
        String op = isSedf() ? "cpu_sedf_get" : "domain_sched_credit_get";
        String body = client.post(context, path, Map.of("op", op)).body();
        Map<String, Long> values = new LinkedHashMap<>();
        if (isSedf() && SexprReader.read(body) instanceof Sexpr.Items told) {
            for (String parameter : SEDF_NAMES) {
                String text = told.text(parameter);
                if (text != null && text.matches("[0-9]{1,18}")) {
                    values.put(parameter, Long.valueOf(text));
                }
            }
        } else {
            Matcher entry = ENTRY.matcher(body);
            while (entry.find()) {
                values.put(entry.group(1), Long.valueOf(entry.group(2)));
            }
        }
        return values;
    }

    /** xend wants all of them: what is not changed is told again. */
    void set(CallContext context, String path, List<TypedParameter> parameters) {
        Map<String, Long> values = read(context, path);
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.number()));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("op", isSedf() ? "cpu_sedf_set" : "domain_sched_credit_set");
        names().forEach(parameter -> form.put(parameter, Long.toString(values.getOrDefault(parameter, 0L))));
        client.post(context, path, form);
    }
}
