package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.entry.Practice;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.entry.Walk;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.register.Entries.Life;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryChoices;
import org.scpmonitor.register.EntryDrafts.Draft;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One entry: all that it says, who names it, and everything that it was. */
@Route(Pages.REGISTER + "/:kind/:code")
@AnonymousAllowed
class EntryView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Register register;
    private final Clock clock;
    private final ProvenanceDrawer provenance;
    private final Div told = new Div();
    private String title = "";

    EntryView(Register register, ProvenanceDrawer provenance, Clock clock) {
        this.register = register;
        this.provenance = provenance;
        this.clock = clock;
        told.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        Kind kind = event.getRouteParameters()
                .get("kind")
                .flatMap(Kind::find)
                .orElseThrow(() -> new NotFoundException(event.getLocation().getPath()));
        Selection asked = Selection.of(event.getLocation().getQueryParameters());
        Life life = register.entries().life(kind, code, asked.moment());
        if (life.versions().isEmpty()) {
            throw new NotFoundException(event.getLocation().getPath());
        }
        removeAll();
        told.removeAll();
        show(life, asked);
    }

    private void show(Life life, Selection asked) {
        Entry<?> entry = life.versions().getFirst();
        title = entry.title().in(locale);
        List<Walk.Named> named = life.versions().stream()
                .flatMap(version -> Walk.named(version.content()).stream())
                .toList();
        Map<String, Component> own = new HashMap<>();
        Printed printed;
        if (entry.content() instanceof Practice practice && practice.indicator() != null) {
            EntryChoices.WithFigure read = register.choices().names(named, practice, asked.moment());
            printed = Printed.in(locale, read.names());
            own.put("indicator", result(practice, read, asked));
            EntryChoices.Shown figure = read.figure();
            if (figure != null) {
                own.put("period", new Span(figure.period().label(locale)));
            }
        } else {
            printed = Printed.in(locale, register.choices().names(named));
        }
        if (entry.content() instanceof Survey survey) {
            life.answered(survey.edition()).ifPresent(each -> own.put("answers", new AnswerRows(survey, each, locale)));
        }
        Instant past = asked.moment().moment();
        boolean now = past == null;
        Viewer viewer = register.viewer();
        boolean publishes = now && Keeping.mayPublish(viewer, entry.keeper());
        Component[] actions = now ? actions(entry, life, publishes) : new Component[0];
        add(crumbs(entry), head(title, says(entry), actions), told);
        if (past != null) {
            add(new Note(
                    Note.Kind.PLAIN,
                    new Span(translate("register.past", new DateText(locale).moment(past)) + " "),
                    Pages.link(address(entry), translate("register.past.now"))));
        }
        if (entry.withdrawn()) {
            add(new Note(
                    Note.Kind.QUERY,
                    translate("register.withdrawn", new DateText(locale).moment(entry.knownFrom()), entry.reason())));
        }
        Div side = new Div(new AboutCard(entry, asOf(entry, asked)));
        if (!entry.withdrawn()) {
            side.add(new FilesCard(register.files(), register.viewers(), entry, asked.moment(), publishes));
        }
        if (!life.naming().isEmpty()) {
            side.add(new NamingCard(life.naming(), locale));
        }
        side.add(new HistoryCard(
                life.versions(),
                survey -> life.answered(survey.edition()),
                printed,
                viewer.isPublic(),
                publishes ? version -> restore(entry, version) : null));
        side.addClassName("stack");
        Div lay = new Div(new EntryBody(entry.kind(), Writing.tree(entry.content()), printed, own), side);
        lay.addClassNames("lay", "side");
        add(lay, provenance);
    }

    /** The indicator that shows what came of a practice, and its figure, which leads to where it comes from. */
    private Component result(Practice practice, EntryChoices.WithFigure read, Selection asked) {
        String code = Objects.requireNonNull(practice.indicator());
        Div result = new Div(new Div(Pages.link(
                Pages.indicator(code, asked), read.names().indicator(code).in(locale))));
        EntryChoices.Shown figure = read.figure();
        if (figure == null) {
            Span none = new Span(translate("register.nofigure"));
            none.addClassNames("xs", "muted");
            result.add(none);
        } else {
            result.add(new Figure(
                    UnitText.with(new NumberText(locale).of(figure.value()), figure.unit()),
                    () -> provenance.open(Long.toString(figure.id()))));
            if (figure.partial()) {
                result.add(new Span(" "), new Tag(translate("chart.table.kind.PARTIAL"), Tag.Tone.QUERY));
            }
        }
        return result;
    }

    private static String address(Entry<?> entry) {
        return Pages.entry(entry.kind().code(), entry.code());
    }

    private Component crumbs(Entry<?> entry) {
        Nav crumbs = new Nav(
                Pages.link(Pages.REGISTER, translate("register.title")),
                new Span("/"),
                Pages.link(
                        RegisterQuestion.ALL.kind(entry.kind()).address(),
                        Labels.in(locale).kinds(entry.kind())),
                new Span("/"),
                new Span(entry.code()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    private Component says(Entry<?> entry) {
        Span says = new Span(new Span(Labels.in(locale).kind(entry.kind())));
        says.addClassNames("row", "wrap");
        entry.countries().forEach(code -> says.add(EntryBody.country(code, CountryMark.name(code, locale))));
        PartialDate when = entry.content().when();
        if (when != null) {
            says.add(new Span(when.in(locale)));
        }
        if (entry.illustrative()) {
            says.add(Tag.illustrative());
        }
        return says;
    }

    private Component[] actions(Entry<?> entry, Life life, boolean publishes) {
        Viewer viewer = register.viewer();
        if (!Keeping.mayWrite(viewer) || !register.keeping().mayDraft(viewer, entry.keeper())) {
            return new Component[0];
        }
        Optional<Draft> draft = register.drafts().find(viewer, entry.kind(), entry.code());
        List<Component> actions = new ArrayList<>();
        if (publishes && !entry.withdrawn()) {
            actions.add(new Button(translate("register.withdraw"), click -> withdraw(entry, life.naming())));
        }
        Button edit = new Button(
                translate(draft.isPresent() ? "register.edit.goon" : "register.edit"),
                click -> UI.getCurrent().navigate(Pages.entryEdit(entry.kind().code(), entry.code())));
        edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions.add(edit);
        return actions.toArray(Component[]::new);
    }

    private DatePicker asOf(Entry<?> entry, Selection asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DatePicker day = new DayPicker("");
        day.setPrefixComponent(FilterBar.prefix("progress.asof"));
        day.setAriaLabel(translate("progress.asof.long"));
        day.setMax(today);
        day.setValue(asked.asOf() == null ? today : asked.asOf());
        day.setWidthFull();
        day.addValueChangeListener(change -> {
            LocalDate chosen = change.getValue();
            if (!day.isInvalid()) {
                UI.getCurrent()
                        .navigate(
                                address(entry),
                                Selection.NONE
                                        .asOf(chosen == null || !chosen.isBefore(today) ? null : chosen)
                                        .parameters());
            }
        });
        return day;
    }

    /** What others name has to stay; they are told with the way to them. */
    private void withdraw(Entry<?> entry, List<Entry<?>> naming) {
        if (!naming.isEmpty()) {
            named(naming);
            return;
        }
        new ReasonDialog(
                        translate("register.withdraw.title", title),
                        translate("register.withdraw.says"),
                        translate("register.withdraw"),
                        reason -> tell(register.withdraw(entry, reason), entry))
                .open();
    }

    /** What it said then is published as what it says now. */
    private void restore(Entry<?> entry, Entry<?> version) {
        new ReasonDialog(
                        translate("register.restore.title", Integer.toString(version.version())),
                        translate("register.restore.says"),
                        translate("register.restore"),
                        reason -> tell(
                                register.publish(
                                        new Wanted(
                                                version.kind(),
                                                version.code(),
                                                Writing.tree(version.content()),
                                                version.illustrative(),
                                                version.source(),
                                                entry.withdrawn() ? 0 : entry.version()),
                                        reason),
                                entry))
                .open();
    }

    private void tell(Outcome outcome, Entry<?> entry) {
        told.removeAll();
        switch (outcome) {
            case Outcome.Published _ -> UI.getCurrent().refreshCurrentRoute(false);
            case Outcome.StillNamed _ -> named(register.entries().naming(entry.kind(), entry.code(), AsOf.NOW));
            case Outcome.ChangedMeanwhile _, Outcome.NotThere _ ->
                told.add(new Note(
                        Note.Kind.ERROR,
                        new Span(translate("register.meanwhile.page") + " "),
                        Pages.link(address(entry), translate("register.meanwhile.now"))));
            case Outcome.OutOfScope _ -> told.add(new Note(Note.Kind.ERROR, translate("register.outofscope")));
            case Outcome.Flawed(var flaws) ->
                flaws.values()
                        .forEach(found -> found.forEach(
                                flaw -> told.add(new Note(Note.Kind.ERROR, flaw.path() + ": " + flaw.in(locale)))));
        }
    }

    private void named(List<Entry<?>> naming) {
        told.removeAll();
        Span links = new Span(new Span(translate("register.named.still") + " "));
        links.addClassNames("row", "wrap");
        naming.forEach(each -> links.add(Pages.link(address(each), each.title().in(locale))));
        told.add(new Note(Note.Kind.ERROR, links));
        told.scrollIntoView();
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
