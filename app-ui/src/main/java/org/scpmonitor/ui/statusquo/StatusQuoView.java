package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entry;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.statusquo.StatusQuo;
import org.scpmonitor.statusquo.StatusQuoQueries;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.cooperation.AsOfField;
import org.scpmonitor.ui.cooperation.EntryLinks;

/** What countries answered to a questionnaire: scores by area, later rounds against the baseline, each answer with its evidence. */
@Route(Pages.STATUS_QUO)
@Menu(title = "nav.cooperation.statusquo", icon = "CHECKLIST", order = 23)
@AnonymousAllowed
class StatusQuoView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    static final String INSTRUMENT = "instrument";

    private final StatusQuoQueries queries;
    private final CurrentViewer viewers;
    private final Clock clock;

    StatusQuoView(StatusQuoQueries queries, CurrentViewer viewers, Clock clock) {
        this.queries = queries;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Locale locale = UI.getCurrent().getLocale();
        QueryParameters address = event.getLocation().getQueryParameters();
        Selection selection = Selection.of(address);
        StatusQuo quo = queries.read(address.getSingleParameter(INSTRUMENT).orElse(null), selection.moment());
        AsOfField moment = new AsOfField(
                selection,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                day -> ask(address, Member.AS_OF.parameter(), day == null ? null : day.toString()));
        EntryLinks links = new EntryLinks(viewers.get(), selection);
        removeAll();
        Entry<Instrument> chosen = quo.chosen();
        if (chosen == null) {
            add(
                    head(translate("statusquo.title"), new Span(), moment),
                    new Note(Note.Kind.PLAIN, translate("statusquo.none")));
            return;
        }
        Div fields = new Div(
                instruments(quo, chosen, locale, code -> ask(address, INSTRUMENT, code)), new Help(Help.Term.SURVEY));
        fields.addClassName("filters");
        PageActions actions = new PageActions(clock);
        actions.show(new StatusQuoFile(quo, chosen, selection.moment()));
        add(
                head(
                        translate("statusquo.title"),
                        new Span(translate("statusquo.says", chosen.title().in(locale))),
                        moment,
                        actions),
                fields);
        if (quo.rounds().isEmpty()) {
            add(new Note(Note.Kind.PLAIN, translate("statusquo.none.rounds")));
        } else {
            add(scores(quo, chosen, links));
        }
        links.add(Kind.SURVEY, translate("statusquo.add")).ifPresent(this::add);
        add(
                sectionHead(translate("statusquo.questions"), translate("statusquo.questions.says")),
                new AnswersTable(quo, chosen, links).card(),
                method(chosen, links, locale));
    }

    private static Component scores(StatusQuo quo, Entry<Instrument> chosen, EntryLinks links) {
        Div pair = new Div();
        pair.addClassNames("low", "quo");
        Section table = new Section(new ScoresTable(quo, links).table());
        table.addClassNames("card", "flush");
        table.setAriaLabel(translate("statusquo.scores"));
        pair.add(table);
        Radar radar = Radar.of(quo, chosen.content(), UI.getCurrent().getLocale());
        if (radar.axes().size() > 2) {
            Section picture = new Section(
                    new H2(translate("statusquo.radar")),
                    new Paragraph(translate("statusquo.radar.says")),
                    radar.image(),
                    radar.key());
            picture.addClassNames("card", "radar-card");
            pair.add(picture);
        }
        return pair;
    }

    private static Component instruments(
            StatusQuo quo, Entry<Instrument> chosen, Locale locale, java.util.function.Consumer<String> onChoice) {
        Select<Entry<Instrument>> select = new Select<>();
        select.addClassName("wide");
        select.setItems(quo.all());
        select.setItemLabelGenerator(each -> each.title().in(locale));
        select.setPrefixComponent(new Span(translate("statusquo.instrument")));
        select.setAriaLabel(translate("statusquo.instrument"));
        select.setValue(chosen);
        select.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                onChoice.accept(change.getValue().code());
            }
        });
        return select;
    }

    private static Component method(Entry<Instrument> chosen, EntryLinks links, Locale locale) {
        Section card = new Section(new H2(translate("statusquo.method")));
        Text method = chosen.content().method();
        if (method != null) {
            card.add(new Paragraph(method.in(locale)));
        }
        card.add(new Paragraph(translate("statusquo.method.formula")));
        Paragraph source = new Paragraph();
        source.addClassName("src");
        source.add(
                links.of(chosen),
                new Span(" · " + translate("statusquo.version", chosen.version()) + " · "
                        + translate("cooperation.source", chosen.source())));
        card.add(source);
        card.addClassNames("card", "stack-s");
        return card;
    }

    /** The same page with one thing in its address changed. */
    private static void ask(QueryParameters address, String name, @Nullable String value) {
        Map<String, List<String>> parameters = new HashMap<>(address.getParameters());
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, List.of(value));
        }
        UI.getCurrent().navigate(Pages.STATUS_QUO, new QueryParameters(parameters));
    }

    @Override
    public String getPageTitle() {
        return translate("statusquo.title") + " · SCP Monitor";
    }
}
