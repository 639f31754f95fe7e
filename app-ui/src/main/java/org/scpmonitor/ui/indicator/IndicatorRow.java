package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Programme;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** One indicator: its latest value and status in each programme. */
class IndicatorRow extends NativeTableRow {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Slot<Named> name = new Slot<>(this::name);
    private final Map<String, Slot<Shown>> cells = new LinkedHashMap<>();

    private record Named(IndicatorProgress progress, Selection times) {}

    private record Shown(Optional<Picture> picture, Selection times) {}

    IndicatorRow(List<Programme> programmes) {
        add(new NativeTableCell(name));
        programmes.forEach(each -> {
            Slot<Shown> cell = new Slot<>(this::cell);
            cells.put(each.code(), cell);
            add(new NativeTableCell(cell));
        });
    }

    /** @param pictures one of each programme that has the indicator */
    void show(List<Picture> pictures, Selection times) {
        name.show(new Named(pictures.getFirst().progress(), times));
        cells.forEach((programme, cell) -> cell.show(new Shown(
                pictures.stream()
                        .filter(each -> each.progress().programme().code().equals(programme))
                        .findFirst(),
                times)));
    }

    private List<Component> name(Named shown) {
        IndicatorProgress progress = shown.progress();
        Div unit = new Div(progress.indicator() + " · " + UnitText.of(progress.unit()));
        unit.addClassNames("xxs", "faint");
        return List.of(
                new Div(Pages.link(
                        Pages.indicator(progress.indicator(), shown.times()),
                        progress.name().in(locale))),
                unit);
    }

    private List<Component> cell(Shown shown) {
        if (shown.picture().isEmpty()) {
            return List.of(new Span("–"));
        }
        Picture picture = shown.picture().get();
        IndicatorProgress progress = picture.progress();
        List<Component> parts = new ArrayList<>();
        parts.add(progress.latest()
                .<Component>map(latest -> {
                    Span year = new Span(" " + Picture.label(latest.period()));
                    year.addClassNames("xxs", "faint");
                    Div value = new Div(
                            Pages.link(
                                    Pages.indicator(
                                            progress.indicator(),
                                            shown.times()
                                                    .ofProgramme(
                                                            progress.programme().code())),
                                    numbers.of(latest.value())),
                            year);
                    value.addClassNames("num");
                    return value;
                })
                .orElseGet(() -> new Div(translate("indicators.nodata"))));
        picture.verdict()
                .filter(each -> progress.target().isPresent())
                .ifPresent(each -> parts.add(StatusBadge.plain(each.status())));
        return parts;
    }
}
