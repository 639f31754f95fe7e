package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.ui.chart.ChartJs;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.pin.PinDrawing;
import org.scpmonitor.ui.pin.PinFigures;
import org.scpmonitor.ui.pin.Wanted;

/** Comparisons on a board. */
@org.springframework.stereotype.Component
class ComparisonPin implements PinDrawing {
    @Override
    public PinKind kind() {
        return PinKind.COMPARISON;
    }

    @Override
    public Wanted wanted(Selection pinned) {
        return Wanted.ofCountries(pinned.indicators());
    }

    @Override
    public Drawn draw(Selection pinned, PinFigures figures) {
        return new Pinned(new Comparison(pinned, figures.compared()));
    }

    private record Pinned(Comparison comparison) implements Drawn {
        @Override
        public String title() {
            Locale locale = UI.getCurrent().getLocale();
            return comparison.chosen().stream()
                    .map(each -> each.name().in(locale))
                    .collect(Collectors.joining(" · "));
        }

        @Override
        public List<Component> about() {
            return List.of(new Span(translate("compare.scale." + comparison.scale())));
        }

        @Override
        public String address() {
            return Pages.compare(comparison.selection());
        }

        @Override
        public Component show(boolean asTable, @Nullable Component before, Consumer<String> openProvenance) {
            List<Measured> measured = comparison.measured();
            Panels panels = before instanceof Panels same && same.suits(asTable, measured)
                    ? same
                    : new Panels(asTable, measured, openProvenance);
            panels.show(measured);
            return panels;
        }
    }

    /** The indicators one below the other. */
    private static class Panels extends Div {
        private final Locale locale = UI.getCurrent().getLocale();
        private final boolean asTable;
        private final Map<String, ChartJs> charts = new LinkedHashMap<>();
        private final Map<String, Paragraph> heads = new LinkedHashMap<>();
        private final Map<String, Div> tables = new LinkedHashMap<>();
        private final Consumer<String> open;

        Panels(boolean asTable, List<Measured> measured, Consumer<String> open) {
            this.asTable = asTable;
            this.open = open;
            measured.forEach(each -> {
                String code = each.indicator().code();
                Paragraph head = new Paragraph();
                head.addClassNames("xxs", "faint");
                heads.put(code, head);
                add(head);
                if (asTable) {
                    Div table = new Div();
                    tables.put(code, table);
                    add(table);
                } else {
                    ChartJs chart = new ChartJs();
                    chart.addClassName("large");
                    chart.addPointClickListener(click -> open.accept(click.key()));
                    charts.put(code, chart);
                    add(chart);
                }
            });
            if (measured.isEmpty()) {
                add(new Div(translate("compare.nothing")));
            }
        }

        boolean suits(boolean table, List<Measured> measured) {
            return table == asTable
                    && List.copyOf(heads.keySet())
                            .equals(measured.stream()
                                    .map(each -> each.indicator().code())
                                    .toList());
        }

        void show(List<Measured> all) {
            for (Measured each : all) {
                String code = each.indicator().code();
                String name = each.indicator().name().in(locale);
                Paragraph head = heads.get(code);
                if (head != null) {
                    head.setText(name + " · " + each.unit());
                }
                ChartJs chart = charts.get(code);
                if (chart != null) {
                    chart.show(
                            new ComparePlot(each, Comparison.axes(each, all, new NumberText(locale)), locale).plot());
                }
                Div table = tables.get(code);
                if (table != null) {
                    table.removeAll();
                    table.add(new CompareTable(each, name + ", " + each.unit(), open));
                }
            }
        }
    }
}
