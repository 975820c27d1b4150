package org.innkeeper.app.form.page;

import java.util.List;
import java.util.Optional;
import org.innkeeper.app.form.BootEntry;
import org.innkeeper.app.form.BootOrder;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.FormBase;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.FormSection;
import org.innkeeper.app.form.FormValues;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Availability;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.OsProperties;

/** When a guest starts, and from what. */
public final class BootPage implements FormPage {
    /** The host keeps it beside the definition. */
    public static final Field<Boolean> AUTOSTART = new Field<>(
                    "boot.autostart", Field.Kind.SWITCH, FormBase::autostart, null)
            .availableIf(values -> values.surroundings().autostart());

    public static final Field<List<BootEntry>> ORDER = new Field<>(
                    "boot.order", Field.Kind.BOOT_ORDER, base -> BootOrder.read(base.root()), BootOrder::write)
            .availableIf(BootPage::firmware);

    public static final Field<Boolean> MENU =
            Field.flag("boot.menu", OsProperties.BOOT_MENU).availableIf(BootPage::firmware);

    public static final Field<String> KERNEL =
            Field.path("boot.kernel", OsProperties.KERNEL).availableIf(BootPage::ownKernel);
    public static final Field<String> INITRD = Field.path("boot.initrd", OsProperties.INITRD)
            .check(BootPage::needsKernel)
            .availableIf(BootPage::ownKernel);
    public static final Field<String> COMMAND_LINE = Field.line("boot.cmdline", OsProperties.COMMAND_LINE)
            .check(BootPage::needsKernel)
            .availableIf(BootPage::ownKernel);

    /** A program of the host that reads the kernel from a disk of the guest. */
    public static final Field<String> LOADER = Field.suggestion(
                    "boot.loader", DomainProperties.BOOTLOADER, List.of("pygrub"))
            .check((value, values) -> value != null && values.get(KERNEL) != null
                    ? Optional.of(new Message("form.problem.kernelAndLoader"))
                    : Optional.empty())
            .availableIf(values -> ownKernel(values)
                    .and(() -> Availability.unless(values.osType().equals("hvm"), "reason.firmwareBoots")));

    private static Optional<Message> needsKernel(String value, FormValues values) {
        return value != null && values.get(KERNEL) == null
                ? Optional.of(new Message("form.problem.kernelNeeded"))
                : Optional.empty();
    }

    private static Availability ownKernel(FormValues values) {
        return Availability.unless(values.osType().equals("exe"), "reason.container");
    }

    private static Availability firmware(FormValues values) {
        return ownKernel(values).and(() -> Availability.unless(!values.osType().equals("hvm"), "reason.noFirmware"));
    }

    @Override
    public String id() {
        return "boot";
    }

    @Override
    public String icon() {
        return "mdi2r-rocket-launch-outline";
    }

    @Override
    public List<FormSection> sections() {
        return List.of(
                FormSection.of("boot.start", AUTOSTART),
                FormSection.of("boot.devices", ORDER, MENU),
                FormSection.of("boot.direct", KERNEL, INITRD, COMMAND_LINE, LOADER));
    }

    @Override
    public List<Message> warnings(FormValues values) {
        boolean nothing = values.get(KERNEL) == null && values.get(LOADER) == null;
        return nothing && LOADER.availability(values).possible()
                ? List.of(new Message("form.boot.nothing"))
                : List.of();
    }

    @Override
    public String summary(FormValues values, Texts texts) {
        if (values.get(KERNEL) != null) {
            return texts.get("form.boot.summaryKernel");
        }
        if (values.get(LOADER) != null) {
            return texts.get("form.boot.summaryLoader", values.get(LOADER));
        }
        return values.get(ORDER).stream()
                .filter(BootEntry::enabled)
                .findFirst()
                .map(first -> texts.get("form.boot.kind." + first.kind(), first.name()))
                .orElse(texts.get("form.boot.summaryNothing"));
    }
}
