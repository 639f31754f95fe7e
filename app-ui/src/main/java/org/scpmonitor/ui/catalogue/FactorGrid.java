package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.Narrow;

/** The factors asked for, each a line that leads to its values. */
class FactorGrid extends Grid<FactorGrid.Line> {

    /** A factor with those of its values that are asked for, at least one. */
    record Line(List<FactorValue> values) {
        FactorValue any() {
            return values.getFirst();
        }
    }

    private final FactorQuestion question;

    FactorGrid(List<Line> lines, FactorQuestion question) {
        this.question = question;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        getElement().setAttribute("aria-label", translate("factor.title"));
        Column<Line> all = addComponentColumn(this::stacked);
        addComponentColumn(this::name).setHeader(translate("factor.factor")).setFlexGrow(4);
        addColumn(line -> FactorWords.category(line.any().category()))
                .setHeader(translate("factor.category"))
                .setFlexGrow(1);
        addComponentColumn(FactorGrid::tags)
                .setHeader(translate("factor.gas.scope"))
                .setFlexGrow(2);
        addColumn(FactorGrid::worth).setHeader(translate("factor.value")).setFlexGrow(2);
        addColumn(line -> UnitText.of(line.any().unit()))
                .setHeader(translate("factor.unit"))
                .setFlexGrow(1);
        addComponentColumn(FactorGrid::source)
                .setHeader(translate("factor.source"))
                .setFlexGrow(4);
        Narrow.stack(this, all);
        setItems(lines);
    }

    private Component name(Line line) {
        String address = Pages.FACTORS + "/" + line.any().code();
        Div code = new Div(Words.muted(line.any().code()));
        return new Div(
                Pages.link(
                        question.asOf() == null ? address : address + "?asOf=" + question.asOf(),
                        line.any().name().in(Words.locale())),
                code);
    }

    private static Component tags(Line line) {
        FactorValue any = line.any();
        return FactorWords.tags(any.gas(), any.scope(), any.biogenic());
    }

    /** The value, where there is one; else from where to where they go. */
    private static String worth(Line line) {
        if (line.values().size() == 1) {
            return FactorWords.number(line.any().value());
        }
        var least = line.values().stream().map(FactorValue::value).min(BigDecimal::compareTo);
        var greatest = line.values().stream().map(FactorValue::value).max(BigDecimal::compareTo);
        return Counted.of("factor.values.count", line.values().size())
                + ": "
                + FactorWords.number(least.orElseThrow())
                + " – "
                + FactorWords.number(greatest.orElseThrow());
    }

    private static Component source(Line line) {
        List<String> titles = line.values().stream()
                .map(value -> value.source().title())
                .distinct()
                .toList();
        Div source = new Div(titles.size() == 1 ? titles.getFirst() : Counted.of("factor.sources", titles.size()));
        if (line.values().stream().anyMatch(FactorValue::illustrative)) {
            source.add(Tag.illustrative());
        }
        return source;
    }

    private Component stacked(Line line) {
        Div stack = new Div(
                name(line),
                tags(line),
                new Div(worth(line) + " " + UnitText.of(line.any().unit())));
        stack.addClassName("stacked");
        return stack;
    }
}
