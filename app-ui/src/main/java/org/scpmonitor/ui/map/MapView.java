package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.ComparisonQueries;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.UnknownCodes;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinButton;
import org.scpmonitor.ui.pin.PinButtons;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One indicator on a map of the countries, by status or by value, and the same in a table. */
@Route(Pages.MAP)
@Menu(title = "nav.monitoring.map", icon = "MAP", order = 16)
@AnonymousAllowed
class MapView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ComparisonQueries comparisons;
    private final ProgressQueries progress;
    private final ProvenanceDrawer provenance;
    private final MapFields fields;
    private final Span says = new Span();
    private final MapCard map = new MapCard(this::pick);
    private final Div table = new Div();
    private final PinButton pin;
    private final Span pinned;
    private final Div pair;
    private final Note nothing = new Note(Note.Kind.PLAIN, translate("compare.nothing"));
    private final UnknownCodes unknown = new UnknownCodes();
    private Selection selection = Selection.NONE;
    private @Nullable Standings shown;

    MapView(
            ComparisonQueries comparisons,
            ProgressQueries progress,
            ProvenanceDrawer provenance,
            PinButtons pins,
            FigureWatch watch,
            Clock clock) {
        this.comparisons = comparisons;
        this.progress = progress;
        this.provenance = provenance;
        pin = pins.of(new Pin(PinKind.MAP, Selection.NONE));
        pinned = new Span(pin);
        fields = new MapFields(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                asked -> UI.getCurrent().navigate(MapView.class, asked.parameters()));
        H2 heading = new H2(translate("map.table"));
        heading.addClassName("card-h");
        Section side = new Section(heading, table);
        side.addClassName("card");
        pair = new Div(map, side);
        pair.addClassNames("g2", "map-pair");
        add(head(translate("map.title"), says, pinned), fields, unknown, nothing, pair, provenance);
        watch.follow(this, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        List<Compared> all = read(selection.indicator());
        Optional<Compared> asked = chosen(all);
        if (asked.isPresent() && selection.indicator() == null) {
            all = read(asked.get().code());
            asked = chosen(all);
        }
        unknown.show(
                selection.ofCountries(List.of()),
                all.stream().map(Compared::code).toList(),
                List.of());
        nothing.setVisible(all.isEmpty());
        pair.setVisible(asked.isPresent());
        pinned.setVisible(asked.isPresent());
        if (asked.isEmpty()) {
            says.setText("");
            fields.show(selection, all, null);
            return;
        }
        Compared indicator = asked.get();
        Standings standings =
                Standings.of(indicator, progress.listOfIndicator(indicator.code(), selection.moment()), selection);
        shown = standings;
        fields.show(selection, all, indicator);
        says.setText(translate("map.says." + standings.by().name()));
        map.show(standings);
        pin.show(new Pin(PinKind.MAP, selection.ofIndicator(indicator.code())));
        table.removeAll();
        table.add(new MapTable(standings, provenance::open));
    }

    private List<Compared> read(@Nullable String code) {
        return comparisons.list(code == null ? List.of() : List.of(code), selection.moment());
    }

    /** The indicator that is asked for, else the first; empty where there is none with the code asked for. */
    private Optional<Compared> chosen(List<Compared> all) {
        String code = selection.indicator();
        return all.stream()
                .filter(each -> code == null || each.code().equals(code))
                .findFirst();
    }

    private void pick(String country) {
        Optional.ofNullable(shown)
                .flatMap(each -> each.programme(country))
                .ifPresent(code -> UI.getCurrent()
                        .navigate(
                                Pages.PROGRAMMES + "/" + code, selection.times().parameters()));
    }

    @Override
    public String getPageTitle() {
        return translate("map.title") + " · SCP Monitor";
    }
}
