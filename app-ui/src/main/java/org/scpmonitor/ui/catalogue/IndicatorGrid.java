package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.IndicatorCatalogue.Follower;
import org.scpmonitor.catalogue.IndicatorCatalogue.Line;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Narrow;

/** The indicators asked for, each a line that leads to its page. */
class IndicatorGrid extends Grid<Line> {
    private final @Nullable LocalDate asOf;

    IndicatorGrid(List<Line> lines, @Nullable LocalDate asOf) {
        this.asOf = asOf;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        getElement().setAttribute("aria-label", translate("catalogue.title"));
        Column<Line> all = addComponentColumn(this::stacked);
        addColumn(Line::code)
                .setHeader(translate("catalogue.code"))
                .setFlexGrow(0)
                .setWidth("6.5rem");
        addComponentColumn(this::name)
                .setHeader(translate("catalogue.indicator"))
                .setFlexGrow(4);
        addColumn(line -> line.themeName().in(Words.locale())).setHeader(translate("catalogue.theme"));
        addColumn(line -> Words.level(line.level()))
                .setHeader(translate("catalogue.level"))
                .setFlexGrow(0)
                .setWidth("7.5rem");
        addColumn(line -> unit(line)).setHeader(translate("catalogue.unit"));
        addColumn(IndicatorGrid::followers)
                .setHeader(translate("catalogue.followers"))
                .setFlexGrow(2);
        addComponentColumn(IndicatorGrid::tags)
                .setHeader(translate("catalogue.state"))
                .setFlexGrow(2);
        Narrow.stack(this, all);
        setItems(lines);
    }

    private static String unit(Line line) {
        String unit = UnitText.of(line.unit());
        return unit.isEmpty() ? line.unit() : unit;
    }

    private static String followers(Line line) {
        return line.followers().isEmpty()
                ? "–"
                : line.followers().stream().map(Follower::programme).collect(Collectors.joining(", "));
    }

    private Anchor name(Line line) {
        String address = Pages.definition(line.code());
        return Pages.link(
                asOf == null ? address : address + "?asOf=" + asOf, line.name().in(Words.locale()));
    }

    private static Component tags(Line line) {
        Div tags = new Div(Words.state(line.state()), Words.kind(line.calculated()));
        tags.addClassNames("row", "wrap");
        if (line.draftBy() != null) {
            tags.add(new Tag(translate("catalogue.draft.by", line.draftBy()), Tag.Tone.INFO));
        }
        return tags;
    }

    private Component stacked(Line line) {
        Span what = new Span(line.code() + " · " + unit(line));
        what.addClassNames("xs", "muted");
        Div stack = new Div(name(line), what, tags(line));
        stack.addClassName("stacked");
        return stack;
    }
}
