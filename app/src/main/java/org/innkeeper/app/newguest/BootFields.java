package org.innkeeper.app.newguest;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.PathField;

/** Where a guest without firmware has its kernel from: its own disk, or the files of the host. */
final class BootFields {
    /** Who finds the kernel. */
    private enum Way {
        LOADER,
        KERNEL
    }

    private final AppContext context;
    private final ComboBox<Way> way = new ComboBox<>();
    private final PathField kernel;
    private final PathField ramdisk;
    private final TextField arguments = new TextField();
    private final FieldRow wayRow;
    private final FieldRow kernelRow;
    private final FieldRow ramdiskRow;
    private final FieldRow argumentsRow;
    private String elsewhere;

    /**
     * @param changed is called after each change of a value
     * @param wayChanged is called when other fields are shown than before
     */
    BootFields(AppContext context, FieldGrid grid, FieldChecks checks, Runnable changed, Runnable wayChanged) {
        this.context = context;
        kernel = new PathField(context.texts(), "/boot/vmlinuz", List.of("vmlinu*", "bzImage*", "*.gz"));
        ramdisk = new PathField(context.texts(), "/boot/initrd.img", List.of("initr*", "*.img", "*.gz"));
        way.setId("boot-way");
        way.setConverter(new Choice<>(value -> context.text("newguest.boot." + value)));
        way.getItems().setAll(Way.values());
        way.setValue(Way.LOADER);
        kernel.text().setId("kernel");
        ramdisk.text().setId("ramdisk");
        arguments.setId("kernel-arguments");
        arguments.setPromptText("root=/dev/xvda1 ro");
        wayRow = grid.row(context.text("newguest.boot"), way, null);
        kernelRow = grid.row(context.text("newguest.kernel"), kernel, null);
        ramdiskRow = grid.row(context.text("newguest.ramdisk"), ramdisk, context.text("newguest.ramdisk.help"));
        argumentsRow = grid.row(context.text("newguest.arguments"), arguments, context.text("newguest.arguments.help"));
        checks.add(kernelRow, () -> problem(kernel));
        checks.add(ramdiskRow, () -> problem(ramdisk));
        kernel.onChange(changed);
        ramdisk.onChange(changed);
        way.valueProperty().addListener(change -> {
            show();
            wayChanged.run();
        });
        setKind(GuestKind.MACHINE);
    }

    /** A machine with firmware and a container find by themselves what they start with. */
    void setKind(GuestKind kind) {
        wayRow.setShown(kind.needsKernel());
        show();
    }

    /** @param host the name of the host where its files are not those of this machine, else null */
    void setElsewhere(String host) {
        elsewhere = host;
        kernel.setBrowsable(host == null);
        ramdisk.setBrowsable(host == null);
        show();
    }

    private void show() {
        wayRow.setHelp(context.text("newguest.boot.help." + way.getValue()));
        boolean shown = ofHost();
        kernelRow.setShown(shown);
        ramdiskRow.setShown(shown);
        argumentsRow.setShown(shown);
        kernelRow.setHelp(elsewhere == null ? null : context.text("newguest.path.elsewhere", elsewhere));
    }

    /** Whether the kernel is one of the host's files. */
    boolean ofHost() {
        return wayRow.isVisible() && way.getValue() == Way.KERNEL;
    }

    private String problem(PathField field) {
        return ofHost() && !field.path().isEmpty() && !field.path().startsWith("/")
                ? context.text("newguest.problem.absolute")
                : null;
    }

    boolean isMissing() {
        return ofHost() && kernel.path().isEmpty();
    }

    /** Null where the guest finds its kernel by itself. */
    HostKernel kernel() {
        return ofHost()
                ? new HostKernel(
                        kernel.path(), ramdisk.path(), arguments.getText().strip())
                : null;
    }
}
