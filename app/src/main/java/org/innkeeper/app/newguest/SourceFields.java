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
    private final ComboBox<String> template = new ComboBox<>();
    private final FieldRow templateRow;
    private final FieldRow pathRow;
    private final FieldRow formatRow;
    private final FieldRow diskRow;
    private final FieldRow sourceRow;
    private GuestKind kind = GuestKind.MACHINE;
    private boolean withKernel;
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
        template.setId("template");
        template.setEditable(true);
        template.setMaxWidth(Double.MAX_VALUE);
        templateRow = grid.row(context.text("newguest.template"), template, context.text("newguest.template.help"));
        pathRow = grid.row(context.text("newguest.path"), path, "");
        formatRow = grid.row(context.text("newguest.format"), format, context.text("newguest.format.help"));
        diskRow = grid.row(context.text("newguest.disk"), disk, "");
        checks.add(templateRow, this::templateProblem);
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
        template.getEditor().textProperty().addListener(change -> changed.run());
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
     * @param kernelGiven whether it is begun with a kernel of the host
     * @param format of a disk that is made for it
     */
    void setKind(GuestKind newKind, boolean kernelGiven, String format) {
        diskFormat = format;
        kind = newKind;
        withKernel = kernelGiven;
        List<Source> possible = kind.sources(withKernel);
        if (!possible.contains(source())) {
            buttons.get(possible.get(0)).setSelected(true);
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
            button.setDisable(!kind.sources(withKernel).contains(source) || (source == Source.EMPTY && pool == null));
        });
        sourceRow.setHelp(
                kind.needsKernel()
                        ? context.text(withKernel ? "newguest.source.withKernel" : "newguest.source.needsSystem")
                        : null);
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
        templateRow.setShown(source == Source.TEMPLATE);
        pathRow.setShown(isFile(source));
        path.setBrowsable(elsewhere == null);
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
        if (!isFile(source())) {
            return null;
        }
        String help = context.text("newguest.path." + source());
        return elsewhere == null ? help : help + " " + context.text("newguest.path.elsewhere", elsewhere);
    }

    private static boolean isFile(Source source) {
        return source.needsPath() && source != Source.TEMPLATE;
    }

    private String pathProblem() {
        return isFile(source()) && !path.path().isEmpty() && !path.path().startsWith("/")
                ? context.text("newguest.problem.absolute")
                : null;
    }

    private String templateProblem() {
        return source() == Source.TEMPLATE && template().contains("/")
                ? context.text("newguest.problem.template")
                : null;
    }

    private String template() {
        return template.getEditor().getText().strip();
    }

    /** Offers the templates of the host, the first of them where none was named; others can be typed. */
    void offerTemplates(List<String> names) {
        String typed = template();
        template.getItems().setAll(names);
        template.getEditor().setText(typed.isEmpty() && !names.isEmpty() ? names.get(0) : typed);
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

    /** The medium, the image or the template; null where none is needed. */
    String path() {
        if (!source().needsPath()) {
            return null;
        }
        return source() == Source.TEMPLATE ? template() : path.path();
    }

    boolean isMissing() {
        return source().needsPath() && path().isEmpty();
    }

    /** Where what it starts from is named. */
    TextField pathText() {
        return source() == Source.TEMPLATE ? template.getEditor() : path.text();
    }

    String format() {
        return format.getValue();
    }

    /** The size of the disk to make, KiB; 0 for none. */
    long diskKiB() {
        return makesDisk() ? disk.kibibytes().orElse(0) : 0;
    }
}
