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
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.pin.PinDrawing;
import org.scpmonitor.ui.pin.PinFigures;
import org.scpmonitor.ui.pin.Wanted;

/** Maps on a board. */
@org.springframework.stereotype.Component
class MapPin implements PinDrawing {
    @Override
    public PinKind kind() {
        return PinKind.MAP;
    }

    @Override
    public Wanted wanted(Selection pinned) {
        String code = code(pinned);
        return Wanted.ofProgress(code).and(Wanted.ofCountries(List.of(code)));
    }

    @Override
    public Drawn draw(Selection pinned, PinFigures figures) {
        String code = code(pinned);
        return new Pinned(
                pinned, figures.comparedOf(code).map(each -> Standings.of(each, figures.progressOf(code), pinned)));
    }

    private static String code(Selection pinned) {
        return Objects.requireNonNullElse(pinned.indicator(), "");
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
