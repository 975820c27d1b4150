package org.innkeeper.app.newguest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.PathField;
import org.innkeeper.app.control.SizeField;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.session.PoolSummary;

/** What a new guest starts from: a medium, an image, an empty disk or a template, and how big the disk is that is made for it. */
final class SourceFields {
    private static final long GIB = 1 << 20;
    private static final long LEAST_DISK = 1024;
    private static final List<String> FORMATS = List.of("qcow2", "raw", "vmdk", "vdi", "vhdx");

    private final AppContext context;
    private final ToggleGroup sources = new ToggleGroup();
    private final Map<Source, RadioButton> buttons = new EnumMap<>(Source.class);
    private final PathField path;
    private final ComboBox<String> format = new ComboBox<>();
    private final SizeField disk;
    private final FieldRow pathRow;
    private final FieldRow formatRow;
    private final FieldRow diskRow;
    private final FieldRow sourceRow;
    private GuestKind kind = GuestKind.MACHINE;
    private String diskFormat = FORMATS.get(0);
    private PoolSummary pool;
    private String elsewhere;
    private boolean formatChosen;
    private Runnable kindChanged = () -> {};

    /** @param changed is called after each change of a value */
    SourceFields(AppContext context, FieldGrid grid, FieldChecks checks, Runnable changed) {
        this.context = context;
        path = new PathField(context.texts(), "", List.of("*.iso", "*.img", "*.qcow2", "*.raw"));
        path.text().setId("source-path");
        disk = SizeField.ofDisk(context.texts());
        disk.setKibibytes(20 * GIB);
        disk.number().setId("disk-size");
        format.setId("image-format");
        format.getItems().setAll(FORMATS);
        format.setValue(FORMATS.get(0));
        sourceRow = grid.row(context.text("newguest.source"), choices(), null);
        pathRow = grid.row(context.text("newguest.path"), path, "");
        formatRow = grid.row(context.text("newguest.format"), format, context.text("newguest.format.help"));
        diskRow = grid.row(context.text("newguest.disk"), disk, "");
        checks.add(pathRow, this::pathProblem);
        checks.add(diskRow, this::diskProblem);
        buttons.get(Source.MEDIUM).setSelected(true);
        sources.selectedToggleProperty().addListener((property, before, now) -> {
            if (now != null) {
                show();
                kindChanged.run();
                changed.run();
            }
        });
        path.onChange(() -> {
            if (!formatChosen && !path.path().isEmpty()) {
                format.setValue(GuestPlan.formatByName(path.path()));
            }
            changed.run();
        });
        format.setOnAction(event -> formatChosen |= format.isFocused());
        disk.onChange(changed);
        offerSources();
        show();
    }

    private Node choices() {
        VBox box = new VBox(8);
        for (Source source : Source.values()) {
            RadioButton button = new RadioButton(context.text("newguest.source." + source));
            button.setMnemonicParsing(true);
            button.setToggleGroup(sources);
            button.setUserData(source);
            button.setId("source-" + source);
            buttons.put(source, button);
            box.getChildren().add(button);
        }
        return box;
    }

    /** Told when other fields are shown than before. */
    void onKind(Runnable listener) {
        kindChanged = listener;
    }

    /** @param host the name of the host where its files are not those of this machine, else null */
    void setElsewhere(String host) {
        elsewhere = host;
        show();
    }

    /**
     * @param newKind what is made, which decides what it can start from
     * @param format of a disk that is made for it
     */
    void setKind(GuestKind newKind, String format) {
        diskFormat = format;
        if (newKind != kind) {
            kind = newKind;
            if (!kind.sources().contains(source())) {
                buttons.get(kind.sources().get(0)).setSelected(true);
            }
        }
        offerSources();
        show();
    }

    /** Templates are for containers alone; a guest without firmware says why it cannot start from a medium. */
    private void offerSources() {
        boolean container = kind == GuestKind.CONTAINER;
        buttons.forEach((source, button) -> {
            boolean there = container == (source == Source.TEMPLATE);
            button.setVisible(there);
            button.setManaged(there);
            button.setDisable(!kind.sources().contains(source) || (source == Source.EMPTY && pool == null));
        });
        sourceRow.setHelp(kind.hasFirmware() || container ? null : context.text("newguest.source.needsSystem"));
    }

    /** @param newPool where a disk would be made; null where none can be made */
    void offer(PoolSummary newPool) {
        pool = newPool;
        offerSources();
        if (pool == null && source() == Source.EMPTY) {
            buttons.get(Source.IMAGE).setSelected(true);
        }
        show();
    }

    private void show() {
        Source source = source();
        pathRow.setShown(source.needsPath());
        pathRow.setLabel(context.text(source == Source.TEMPLATE ? "newguest.template" : "newguest.path"));
        path.setBrowsable(elsewhere == null && source != Source.TEMPLATE);
        formatRow.setShown(source == Source.IMAGE);
        diskRow.setShown(source.makesDisk());
        pathRow.setHelp(pathHelp());
        disk.setDisable(pool == null);
        diskRow.setHelp(
                pool == null
                        ? context.text("newguest.disk.noPool")
                        : context.text(
                                "newguest.disk.help", diskFormat, pool.name(), Quantities.bytes(pool.available())));
    }

    private String pathHelp() {
        if (!source().needsPath()) {
            return null;
        }
        String help = context.text("newguest.path." + source());
        return elsewhere == null || source() == Source.TEMPLATE
                ? help
                : help + " " + context.text("newguest.path.elsewhere", elsewhere);
    }

    private String pathProblem() {
        if (!source().needsPath() || path.path().isEmpty()) {
            return null;
        }
        boolean absolute = path.path().startsWith("/");
        if (source() == Source.TEMPLATE) {
            return absolute ? context.text("newguest.problem.template") : null;
        }
        return absolute ? null : context.text("newguest.problem.absolute");
    }

    private String diskProblem() {
        return makesDisk() && disk.kibibytes().orElse(0) < LEAST_DISK ? context.text("newguest.problem.disk") : null;
    }

    private boolean makesDisk() {
        return source().makesDisk() && pool != null;
    }

    Source source() {
        return (Source) sources.getSelectedToggle().getUserData();
    }

    /** The medium or the image; null where none is needed. */
    String path() {
        return source().needsPath() ? path.path() : null;
    }

    boolean isMissing() {
        return source().needsPath() && path.path().isEmpty();
    }

    TextField pathText() {
        return path.text();
    }

    String format() {
        return format.getValue();
    }

    /** The size of the disk to make, KiB; 0 for none. */
    long diskKiB() {
        return makesDisk() ? disk.kibibytes().orElse(0) : 0;
    }
}
