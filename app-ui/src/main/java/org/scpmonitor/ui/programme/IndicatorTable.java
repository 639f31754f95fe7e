package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.ui.chart.Sparkline;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** A programme's indicators by theme: course, latest figure, target, status, coverage. */
class IndicatorTable extends Div {
    private static final List<String> NUMERIC = List.of("latest", "target", "coverage");

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Selection selection;
    private final Consumer<String> openProvenance;

    IndicatorTable(List<IndicatorProgress> indicators, Selection selection, Consumer<String> openProvenance) {
        this.selection = selection;
        this.openProvenance = openProvenance;
        addClassNames("card", "flush", "tablewrap");
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("indicator", "course", "latest", "target", "status", "coverage")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("programme.table." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("n", NUMERIC.contains(column));
            head.add(cell);
        }
        String theme = "";
        for (IndicatorProgress each : indicators) {
            if (!each.theme().equals(theme)) {
                theme = each.theme();
                group(table.getBody().addRow(), each.themeName().in(locale));
            }
            row(table.getBody().addRow(), Picture.of(each, Optional.ofNullable(selection.method())));
        }
        add(table);
    }

    private static void group(NativeTableRow row, String theme) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(theme);
        cell.getElement().setAttribute("colspan", "6");
        cell.getElement().setAttribute("scope", "rowgroup");
        row.addClassName("group");
        row.add(cell);
    }

    private void row(NativeTableRow row, Picture picture) {
        IndicatorProgress progress = picture.progress();
        row.add(
                new NativeTableCell(name(progress)),
                new NativeTableCell(
                        new Sparkline(picture.country(), picture.trajectory().actuals())),
                numeric(progress.latest().<Component>map(this::latest).orElseGet(() -> new Span("–"))),
                numeric(progress.target().<Component>map(this::target).orElseGet(() -> new Span("–"))),
                new NativeTableCell(status(picture)),
                numeric(progress.latest()
                        .map(each -> new Span(translate(
                                "programme.table.coverage.of",
                                numbers.of(each.reported()),
                                numbers.of(each.expected()))))
                        .orElseGet(() -> new Span("–"))));
    }

    private Component name(IndicatorProgress progress) {
        Div name = new Div(Pages.link(
                Pages.indicator(progress.indicator(), selection),
                progress.name().in(locale)));
        if (progress.headline()) {
            name.add(new Span(" "), new Tag(translate("programme.headline"), Tag.Tone.ACCENT));
        }
        Span below = new Span(progress.indicator() + " · " + UnitText.of(progress.unit()));
        below.addClassNames("xxs", "faint");
        return new Div(name, below);
    }

    private Component latest(Point latest) {
        Kind kind = Picture.kind(latest);
        Div period = new Div(
                kind == Kind.FINAL
                        ? Picture.label(latest.period())
                        : Picture.label(latest.period()) + ", " + translate("chart.kind." + kind.name()));
        period.addClassNames("xxs", "faint");
        return new Div(
                new Figure(numbers.of(latest.value()), () -> openProvenance.accept(Long.toString(latest.id()))),
                period);
    }

    private Component target(TargetVersion target) {
        Div period = new Div(Picture.label(target.period()));
        period.addClassNames("xxs", "faint");
        Div cell = new Div(new Span(numbers.of(target.value())), period);
        if (target.illustrative()) {
            cell.add(Tag.illustrative());
        }
        return cell;
    }

    private static Component status(Picture picture) {
        Div cell = new Div();
        picture.verdict().ifPresent(verdict -> {
            cell.add(StatusBadge.chip(verdict.status()));
            if (verdict.reason() != null) {
                Div reason = new Div(translate("reason." + verdict.reason().name()));
                reason.addClassNames("xxs", "faint");
                cell.add(reason);
            }
        });
        return cell;
    }

    private static NativeTableCell numeric(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("n");
        return cell;
    }
}
