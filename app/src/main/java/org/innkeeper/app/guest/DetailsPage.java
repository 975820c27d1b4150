package org.innkeeper.app.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.GuestForm;
import org.innkeeper.app.form.Surroundings;
import org.innkeeper.app.form.page.GuestPages;
import org.innkeeper.app.form.view.ApplyBar;
import org.innkeeper.app.form.view.DiffView;
import org.innkeeper.app.form.view.PageView;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.Availability;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.app.xmlview.XmlEditor;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.xml.domain.DomainSecrets;

/** The details of a guest: pages at the left, a form at the right, the definition beside it. For the FX thread. */
final class DetailsPage extends BorderPane {
    private static final double LIST_WIDTH = 248;

    private final AppContext context;
    private final HostSession session;
    private final GuestKey key;
    private final GuestForm form = new GuestForm(GuestPages.all());
    private final Map<String, PageView> views = new HashMap<>();
    private final PageList list;
    private final ScrollPane scroll = new ScrollPane();
    private final Callout trouble = new Callout(Callout.Kind.PROBLEM, null);
    private final ApplyBar bar;
    private final XmlEditor xml;
    private final VBox xmlPane;
    private final SplitPane split = new SplitPane();
    private final GuestFacts facts;
    private GuestSnapshot guest;
    private HostSnapshot host;
    private String shown = "overview";
    private boolean loading;

    DetailsPage(AppContext context, HostSession session, GuestKey key) {
        this.context = context;
        this.session = session;
        this.key = key;
        getStyleClass().add("details-page");
        facts = new GuestFacts(context.texts());
        list = new PageList(context.text("guest.pages"), this::open);
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        bar = new ApplyBar(form, context.texts(), this::showDiff, this::reload, this::apply);
        for (FormPage page : form.pages()) {
            views.put(page.id(), new PageView(page, form, context.texts()));
        }
        views.get("overview").append(facts);
        xml = new XmlEditor(context.text("guest.xml"));
        xml.onChange(form::setText);
        Callout error = new Callout(Callout.Kind.PROBLEM, null);
        error.setId("xml-error");
        xmlPane = new VBox(xml, error);
        xmlPane.getStyleClass().add("xml-pane");
        VBox.setVgrow(xml, javafx.scene.layout.Priority.ALWAYS);
        form.onChange(() -> {
            if (form.loaded()) {
                showForm(error);
            }
        });
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        split.getItems().add(scroll);
        split.getStyleClass().add("details-split");
        setLeft(list);
        setTop(trouble);
        setCenter(split);
        setBottom(bar);
        bar.setVisible(false);
        bar.setManaged(false);
    }

    /** The newest of the guest; the first time, its definition is read. */
    void show(GuestSnapshot newGuest, HostSnapshot newHost) {
        boolean first = guest == null;
        boolean changed = guest != null
                && (guest.persistent() != newGuest.persistent()
                        || guest.domain().active() != newGuest.domain().active()
                        || guest.autostart() != newGuest.autostart()
                        || !guest.name().equals(newGuest.name()));
        guest = newGuest;
        host = newHost;
        facts.show(guest, host, form.loaded() ? form.before() : null);
        if (first || (changed && form.loaded() && !form.isDirty())) {
            reload();
        } else if (form.loaded()) {
            form.setSurroundings(surroundings());
        }
    }

    private Surroundings surroundings() {
        return new Surroundings(
                guest.domain().active(),
                guest.persistent(),
                host.keepsDefinitions()
                        .and(() -> Availability.unless(guest.isHost(), "reason.itself.EDIT", guest.name())),
                host.node() == null ? 0 : host.node().cpus(),
                host.node() == null ? 0 : host.node().memory(),
                host.guests().stream()
                        .filter(other -> !other.key().equals(key))
                        .map(GuestSnapshot::name)
                        .collect(Collectors.toSet()),
                host.can(Feature.DOMAIN_RENAME),
                host.can(Feature.DOMAIN_AUTOSTART),
                host.elsewhere());
    }

    /** Reads the definition anew; what was put in is forgotten. */
    private void reload() {
        if (loading) {
            return;
        }
        loading = true;
        DefinitionView view = guest.persistent() ? DefinitionView.STORED : DefinitionView.CURRENT;
        session.xml(key, view)
                .whenCompleteAsync(
                        (text, failure) -> {
                            loading = false;
                            if (failure != null) {
                                trouble.show(ProblemText.sentence(Failures.info(failure)));
                                return;
                            }
                            trouble.show(null);
                            form.load(text, guest.autostart(), surroundings());
                            facts.show(guest, host, form.before());
                        },
                        FxThread.executor());
    }

    private void showForm(Callout error) {
        list.show(items());
        if (scroll.getContent() == null) {
            list.select(shown);
            open(shown);
        }
        PageView view = views.get(shown);
        if (view != null) {
            view.refresh();
        }
        bar.refresh();
        if (split.getItems().contains(xmlPane)) {
            xml.setEditable(form.surroundings().change().possible()
                    && form.surroundings().persistent());
            xml.show(form.text());
            ErrorInfo wrong = form.textError().map(e -> e.info()).orElse(null);
            xml.markLine(wrong == null ? 0 : wrong.int1());
            error.show(wrong == null ? null : wrong.message());
        }
    }

    private List<PageItem> items() {
        List<PageItem> items = new ArrayList<>();
        for (FormPage page : form.pages()) {
            items.add(new PageItem(
                    page.id(), page.icon(), context.text("form." + page.id()), page.summary(form, context.texts())));
        }
        List<DeviceList.Entry> devices = devices();
        for (int i = 0; i < devices.size(); i++) {
            DeviceFacts device = devices.get(i).facts();
            items.add(new PageItem("device-" + i, device.icon(), device.name(), device.line()));
        }
        return items;
    }

    private void open(String page) {
        if (!form.loaded()) {
            return;
        }
        shown = page;
        PageView view = views.get(page);
        if (view != null) {
            view.refresh();
            setContent(view);
        } else {
            setContent(device(Integer.parseInt(page.substring(page.indexOf('-') + 1))));
        }
    }

    private List<DeviceList.Entry> devices() {
        return DeviceList.of(form.after().devices(), context.texts());
    }

    private Node device(int index) {
        List<DeviceList.Entry> devices = devices();
        return new DevicePage(devices.get(Math.min(index, devices.size() - 1)), context.texts());
    }

    private void setContent(Node node) {
        scroll.setContent(node);
        scroll.setVvalue(0);
    }

    /** Shows one of the pages; for those who come from elsewhere. */
    void openPage(String page) {
        shown = page;
        list.select(page);
        open(page);
    }

    /** Shows the definition beside the form, or takes it away. */
    void setXmlShown(boolean show) {
        if (show && !split.getItems().contains(xmlPane)) {
            split.getItems().add(xmlPane);
            split.setDividerPositions(0.5);
        } else if (!show) {
            split.getItems().remove(xmlPane);
        }
        if (form.loaded()) {
            form.setSurroundings(surroundings());
            showForm((Callout) xmlPane.getChildren().get(1));
        }
    }

    /** Gives the keyboard to the list of pages. */
    void focusList() {
        list.requestFocus();
    }

    boolean isDirty() {
        return form.isDirty();
    }

    private void showDiff() {
        TaskDialog dialog = new TaskDialog(context, "diff-dialog", context.text("guest.diff.title", guest.name()));
        dialog.wholeContent(new DiffView(
                DomainSecrets.hidden(form.before()).root(),
                DomainSecrets.hidden(form.after()).root()));
        dialog.closeOnly();
        dialog.showModal();
    }

    private void apply() {
        bar.setBusy(true);
        new ApplyWorkflow(session, key, form)
                .run()
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            bar.setBusy(false);
                            if (failure == null) {
                                reload();
                            } else {
                                context.navigator().showProblem(Failures.info(failure));
                            }
                        },
                        FxThread.executor());
    }
}
