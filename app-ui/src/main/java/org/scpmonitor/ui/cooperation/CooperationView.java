package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.cooperation.CountedResults;
import org.scpmonitor.entry.Cooperation;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** What countries do together: who gives and learns what, with what money, by which exchange, with what result. */
@Route(Pages.COOPERATION)
@RouteAlias(Pages.COOPERATION + "/:code")
@Menu(title = "nav.cooperation.overview", icon = "PEOPLE", order = 22)
@AnonymousAllowed
class CooperationView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final String YEAR = "year";
    private static final Set<Kind> KINDS = Set.of(
            Kind.COOPERATION,
            Kind.PARTNER,
            Kind.TOPIC,
            Kind.LEARNING,
            Kind.CONTRIBUTION,
            Kind.EXCHANGE_RATE,
            Kind.EVENT,
            Kind.PRACTICE,
            Kind.ADOPTION);

    private final Entries entries;
    private final CountedResults results;
    private final CurrentViewer viewers;
    private final ProvenanceDrawer provenance;
    private final Clock clock;
    private String title = "";

    CooperationView(
            Entries entries, CountedResults results, CurrentViewer viewers, ProvenanceDrawer provenance, Clock clock) {
        this.entries = entries;
        this.results = results;
        this.viewers = viewers;
        this.provenance = provenance;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Locale locale = UI.getCurrent().getLocale();
        Selection selection = Selection.of(event.getLocation().getQueryParameters());
        @Nullable String code = event.getRouteParameters().get("code").orElse(null);
        var shelf = entries.read(KINDS, selection.moment());
        List<Entry<Cooperation>> all = shelf.all(Cooperation.class);
        EntryLinks links = new EntryLinks(viewers.get(), selection);
        AsOfField moment = new AsOfField(
                selection,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                day -> ask(event, Member.AS_OF.parameter(), day == null ? null : day.toString()));
        removeAll();
        if (code == null && all.size() != 1) {
            title = translate("cooperation.title.all");
            list(all, links, moment, locale);
            return;
        }
        Entry<Cooperation> cooperation = all.stream()
                .filter(each -> code == null || each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(String.valueOf(code)));
        title = cooperation.title().in(locale);
        show(new CooperationShelf(cooperation, shelf, year(event)), links, moment, event);
    }

    private void show(CooperationShelf shown, EntryLinks links, AsOfField moment, BeforeEnterEvent event) {
        Locale locale = UI.getCurrent().getLocale();
        LearningTable learning = new LearningTable(shown, links);
        Div pair = new Div(
                learning.card(new YearChoice(shown, year -> ask(event, YEAR, year == null ? null : year.toString()))),
                stack(new Timeline(shown, links).card(), new Practices(shown, links).card()));
        pair.addClassName("low");
        add(
                head(translate("cooperation.title"), new Span(links.of(shown.cooperation(), title)), moment),
                objectives(shown, locale),
                new Facts(shown, links).card(),
                new Partners(shown, links).row(),
                sectionHead(
                        translate("cooperation.learning"),
                        translate("cooperation.learning.says"),
                        Stream.concat(
                                        links.add(Kind.LEARNING, translate("cooperation.learning.add")).stream(),
                                        Stream.of(new Help(Help.Term.LEARNING)))
                                .toArray(Component[]::new)),
                pair,
                new Accounts(shown, links).section(),
                new Results(results.list(links.selection().moment()), provenance::open).section(),
                new Steps(shown, links).section(),
                sources(shown),
                provenance);
    }

    private static Component objectives(CooperationShelf shown, Locale locale) {
        Paragraph text =
                new Paragraph(shown.cooperation().content().objectives().in(locale));
        text.addClassName("lead-text");
        return text;
    }

    private static Component stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("stack");
        return stack;
    }

    /** Everything that it is taken from, each source once. */
    private static Component sources(CooperationShelf shown) {
        Set<String> all = shown.everything()
                .filter(each -> !each.illustrative())
                .map(Entry::source)
                .filter(source -> !source.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        Paragraph note = new Paragraph(translate("cooperation.sources", String.join(" · ", all)));
        note.addClassName("foot-note");
        return note;
    }

    private void list(List<Entry<Cooperation>> all, EntryLinks links, AsOfField moment, Locale locale) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("card", "ev");
        all.forEach(each -> {
            Span when = new Span(Facts.period(each.content(), locale));
            when.addClassNames("xs", "muted");
            list.add(new ListItem(
                    Pages.link(
                            Pages.COOPERATION + "/" + each.code(), each.title().in(locale)),
                    when));
        });
        add(head(translate("cooperation.title.all"), new Span(translate("cooperation.all", all.size())), moment));
        links.add(Kind.COOPERATION, translate("cooperation.add")).ifPresent(this::add);
        add(list);
    }

    private static @Nullable Integer year(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(YEAR)
                .filter(text -> text.matches("[12]\\d{3}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** The same page with one thing in its address changed. */
    private static void ask(BeforeEnterEvent event, String name, @Nullable String value) {
        Map<String, List<String>> parameters =
                new HashMap<>(event.getLocation().getQueryParameters().getParameters());
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, List.of(value));
        }
        UI.getCurrent().navigate(event.getLocation().getPath(), new QueryParameters(parameters));
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
