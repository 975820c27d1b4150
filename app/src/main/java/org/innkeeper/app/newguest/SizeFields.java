package org.innkeeper.app.newguest;

import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.CountField;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.SizeField;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.core.model.NodeInfo;

/** How big a new guest is: memory and vcpus, within what its host has. */
final class SizeFields {
    private static final long GIB = 1 << 20;
    private static final long LEAST_MEMORY = 1024;
    private static final int MOST_VCPUS = 4096;

    private final AppContext context;
    private final SizeField memory;
    private final CountField vcpus;
    private final FieldRow memoryRow;
    private final FieldRow vcpusRow;
    private NodeInfo node;
    private int maxVcpus = MOST_VCPUS;

    SizeFields(AppContext context, FieldGrid grid, FieldChecks checks, Runnable changed) {
        this.context = context;
        memory = SizeField.ofMemory(context.texts());
        memory.setKibibytes(2 * GIB);
        memory.number().setId("memory-size");
        vcpus = new CountField(context.texts());
        vcpus.setValue(2);
        vcpus.number().setId("vcpus");
        memoryRow = grid.row(context.text("newguest.memory"), memory, "");
        vcpusRow = grid.row(context.text("newguest.vcpus"), vcpus, "");
        checks.add(memoryRow, this::memoryProblem);
        checks.add(vcpusRow, this::vcpusProblem);
        memory.onChange(changed);
        vcpus.onChange(changed);
    }

    /** @param newNode what the host has; null where it is not known */
    void show(NodeInfo newNode) {
        node = newNode;
        memoryRow.setHelp(
                node == null ? null : context.text("newguest.memory.help", Quantities.kibibytes(node.memory())));
        vcpusRow.setHelp(node == null ? null : context.texts().count("newguest.vcpus.help", node.cpus()));
    }

    /** @param most the most vcpus of a guest; negative where it is not known */
    void limit(int most) {
        maxVcpus = most < 0 ? MOST_VCPUS : most;
    }

    private String memoryProblem() {
        if (memory.kibibytes().isEmpty() || memoryKiB() < LEAST_MEMORY) {
            return context.text("newguest.problem.memory");
        }
        return node != null && memoryKiB() > node.memory()
                ? context.text("newguest.problem.tooMuchMemory", Quantities.kibibytes(node.memory()))
                : null;
    }

    private String vcpusProblem() {
        return vcpus.value().isEmpty() || vcpus() < 1 || vcpus() > maxVcpus
                ? context.text("newguest.problem.vcpus", maxVcpus)
                : null;
    }

    long memoryKiB() {
        return memory.kibibytes().orElse(0);
    }

    int vcpus() {
        return vcpus.value().orElse(1);
    }
}
