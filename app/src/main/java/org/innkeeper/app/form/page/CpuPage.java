package org.innkeeper.app.form.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.FormSection;
import org.innkeeper.app.form.FormValues;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.xml.domain.CpuProperties;
import org.innkeeper.core.xml.domain.DomainProperties;

/** How many virtual CPUs a guest has, of what model and in what arrangement. */
public final class CpuPage implements FormPage {
    private static final int MOST = 4096;

    public static final Field<Integer> MAXIMUM = new Field<>(
                    "cpu.maximum",
                    Field.Kind.COUNT,
                    base -> DomainProperties.VCPUS.get(base.root()).orElse(1),
                    DomainProperties.VCPUS::set)
            .group("cpu.count")
            .required()
            .check((value, values) -> value < 1 || value > MOST
                    ? Optional.of(new Message("form.problem.range", 1, MOST))
                    : Optional.empty());

    public static final Field<Integer> CURRENT = new Field<>(
                    "cpu.current",
                    Field.Kind.COUNT,
                    base -> DomainProperties.CURRENT_VCPUS
                            .get(base.root())
                            .or(() -> DomainProperties.VCPUS.get(base.root()))
                            .orElse(1),
                    DomainProperties.CURRENT_VCPUS::set)
            .group("cpu.count")
            .required()
            .check((value, values) -> value < 1 || value > values.get(MAXIMUM)
                    ? Optional.of(new Message("form.problem.upToMaximum", values.get(MAXIMUM)))
                    : Optional.empty());

    public static final Field<Integer> SOCKETS = topology("cpu.sockets", CpuProperties.SOCKETS);
    public static final Field<Integer> CORES = topology("cpu.cores", CpuProperties.CORES);
    public static final Field<Integer> THREADS = topology("cpu.threads", CpuProperties.THREADS);

    public static final Field<String> MODE = Field.choice("cpu.mode", CpuProperties.MODE);

    public static final Field<String> MODEL = Field.suggestion(
                    "cpu.model",
                    CpuProperties.MODEL,
                    List.of("qemu64", "max", "Nehalem", "Haswell", "Skylake-Server", "EPYC", "x86-64-v2-AES"))
            .check((value, values) -> "custom".equals(values.get(MODE)) && (value == null || value.isBlank())
                    ? Optional.of(new Message("form.problem.modelNeeded"))
                    : Optional.empty());

    private static Field<Integer> topology(String id, org.innkeeper.core.xml.Property<Integer> property) {
        return Field.count(id, property).group("cpu.topology").check(CpuPage::topologyProblem);
    }

    private static Optional<Message> topologyProblem(Integer value, FormValues values) {
        Integer sockets = values.get(SOCKETS);
        Integer cores = values.get(CORES);
        Integer threads = values.get(THREADS);
        if (sockets == null && cores == null && threads == null) {
            return Optional.empty();
        }
        if (sockets == null || cores == null || threads == null) {
            return value == null ? Optional.of(new Message("form.problem.allOrNone")) : Optional.empty();
        }
        long product = (long) sockets * cores * threads;
        return product == values.get(MAXIMUM)
                ? Optional.empty()
                : Optional.of(new Message("form.problem.topology", product, values.get(MAXIMUM)));
    }

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public String icon() {
        return "mdi2c-chip";
    }

    @Override
    public List<FormSection> sections() {
        return List.of(
                FormSection.of("cpu.number", CURRENT, MAXIMUM),
                FormSection.of("cpu.modelSection", MODE, MODEL),
                FormSection.of("cpu.topologySection", SOCKETS, CORES, THREADS));
    }

    @Override
    public String summary(FormValues values, Texts texts) {
        String mode = values.get(MODE);
        String model = values.get(MODEL);
        String count = texts.count("form.cpu.summary", values.get(CURRENT));
        String what = model != null ? model : mode != null ? texts.get("form.cpu.mode." + mode) : null;
        return what == null ? count : count + " · " + what;
    }

    @Override
    public List<Message> warnings(FormValues values) {
        List<Message> warnings = new ArrayList<>();
        int host = values.surroundings().hostCpus();
        if (host > 0 && values.get(CURRENT) > host) {
            warnings.add(new Message("form.cpu.overcommit", values.get(CURRENT), host));
        }
        return warnings;
    }
}
