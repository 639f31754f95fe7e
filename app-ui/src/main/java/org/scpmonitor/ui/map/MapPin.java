package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.comparison.ComparisonQueries;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.pin.PinDrawing;

/** Maps on a board. */
@org.springframework.stereotype.Component
class MapPin implements PinDrawing {
    private final ComparisonQueries comparisons;
    private final ProgressQueries progress;

    MapPin(ComparisonQueries comparisons, ProgressQueries progress) {
        this.comparisons = comparisons;
        this.progress = progress;
    }

    @Override
    public PinKind kind() {
        return PinKind.MAP;
    }

    @Override
    public List<Drawn> read(List<Selection> pinned) {
        return pinned.stream().<Drawn>map(each -> new Pinned(each, find(each))).toList();
    }

    private Optional<Standings> find(Selection selection) {
        String code = Objects.requireNonNullElse(selection.indicator(), "");
        return comparisons.list(List.of(code), selection.moment()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> Standings.of(each, progress.listOfIndicator(code, selection.moment()), selection));
    }

    private record Pinned(Selection selection, Optional<Standings> standings) implements Drawn {
        @Override
        public String title() {
            return standings.map(Standings::name).orElseGet(() -> translate("map.title"));
        }

        @Override
        public List<Component> about() {
            return standings
                    .map(each -> List.<Component>of(new Span(each.unit())))
                    .orElseGet(List::of);
        }

        @Override
        public String address() {
            return Pages.map(selection);
        }

        @Override
        public Component show(boolean asTable, @Nullable Component before, Consumer<String> openProvenance) {
            if (standings.isEmpty()) {
                return new Div(translate("compare.nothing"));
            }
            Standings shown = standings.get();
            if (asTable) {
                return new MapTable(shown, openProvenance);
            }
            MapCard card = before instanceof MapCard same
                    ? same
                    : new MapCard(country -> shown.programme(country)
                            .ifPresent(code -> UI.getCurrent()
                                    .navigate(
                                            Pages.PROGRAMMES + "/" + code,
                                            selection.times().parameters())));
            card.show(shown);
            return card;
        }
    }
}
