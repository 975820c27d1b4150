package org.innkeeper.driver.xen.hypercall;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.TypedParameter;

/** What the scheduler knows of a domain, read and changed. */
public final class SchedulerCalls {
    private static final int SCHEDULER_OPERATION = 16;
    private static final int PUT = 0;
    private static final int GET = 1;

    /** Where a scheduler's own values begin. */
    private static final int VALUES = 8;

    private static final int SEDF_EXTRATIME = VALUES + 24;
    private static final int SEDF_WEIGHT = VALUES + 28;
    private static final List<String> SEDF_TIMES = List.of("period", "slice", "latency");

    private final Hypervisor hypervisor;

    SchedulerCalls(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    /** How many parameters a domain has under a scheduler of this hypervisor. */
    public int count(SchedulerKind kind) {
        return kind == SchedulerKind.CREDIT2 && !credit2HasCap() ? 1 : kind.parameters();
    }

    private boolean credit2HasCap() {
        return hypervisor.interfaces().domctl().credit2HasCap();
    }

    /** The parameters of a domain; empty under a scheduler that has none. */
    public List<TypedParameter> get(SchedulerKind kind, int id) {
        if (kind.parameters() == 0) {
            return List.of();
        }
        ByteBuffer reply = operate(kind, id, GET, block -> {});
        List<TypedParameter> parameters = new ArrayList<>();
        if (kind == SchedulerKind.SEDF) {
            for (int i = 0; i < SEDF_TIMES.size(); i++) {
                parameters.add(TypedParameter.ofUlong(SEDF_TIMES.get(i), reply.getLong(VALUES + 8 * i)));
            }
            parameters.add(TypedParameter.ofUint("extratime", reply.getInt(SEDF_EXTRATIME)));
            parameters.add(TypedParameter.ofUint("weight", reply.getInt(SEDF_WEIGHT)));
            return parameters;
        }
        parameters.add(TypedParameter.ofUint("weight", Short.toUnsignedInt(reply.getShort(VALUES))));
        if (count(kind) > 1) {
            parameters.add(TypedParameter.ofUint("cap", Short.toUnsignedInt(reply.getShort(VALUES + 2))));
        }
        return parameters;
    }

    /** Changes the parameters that are named; the others stay. */
    public void set(SchedulerKind kind, int id, List<TypedParameter> changes) {
        List<TypedParameter> now = get(kind, id);
        for (TypedParameter change : changes) {
            if (now.stream().noneMatch(known -> known.name().equals(change.name()))) {
                throw invalid("The scheduler " + kind.label() + " has no parameter '" + change.name() + "'");
            }
        }
        if (kind == SchedulerKind.SEDF) {
            setSedf(id, now, changes);
        } else {
            long weight = value("weight", changes, now);
            long cap = count(kind) > 1 ? value("cap", changes, now) : 0;
            operate(kind, id, PUT, block -> block.putShort(VALUES, checked("weight", weight))
                    .putShort(VALUES + 2, checked("cap", cap)));
        }
    }

    /** A domain has either times or a weight under sedf: who sets one gives up the other. */
    private void setSedf(int id, List<TypedParameter> now, List<TypedParameter> changes) {
        boolean weighted = has("weight", changes);
        if (weighted && SEDF_TIMES.stream().anyMatch(time -> has(time, changes))) {
            throw invalid("The scheduler sedf takes either times or a weight for a domain, not both");
        }
        operate(SchedulerKind.SEDF, id, PUT, block -> {
            for (int i = 0; i < SEDF_TIMES.size() && !weighted; i++) {
                block.putLong(VALUES + 8 * i, value(SEDF_TIMES.get(i), changes, now));
            }
            block.putInt(SEDF_EXTRATIME, (int) value("extratime", changes, now));
            block.putInt(SEDF_WEIGHT, weighted ? (int) value("weight", changes, now) : 0);
        });
    }

    private ByteBuffer operate(SchedulerKind kind, int id, int command, Consumer<ByteBuffer> fill) {
        return hypervisor.domctl(
                SCHEDULER_OPERATION,
                id,
                block -> {
                    block.putInt(0, kind.number()).putInt(4, command);
                    fill.accept(block);
                },
                "the scheduler " + kind.label() + " for domain " + id);
    }

    private static boolean has(String name, List<TypedParameter> parameters) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private static long value(String name, List<TypedParameter> changes, List<TypedParameter> now) {
        return changes.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .or(() -> now.stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .findFirst())
                .orElseThrow()
                .number();
    }

    private static short checked(String name, long value) {
        if (value < 0 || value > 0xffff) {
            throw invalid("The scheduler takes 0 to 65535 for '" + name + "', not " + value);
        }
        return (short) value;
    }

    private static InnkeeperException invalid(String message) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.INVALID_ARG, ErrorOrigin.XEN, message));
    }
}
