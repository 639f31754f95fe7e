package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.statusquo.AreaScore;
import org.scpmonitor.statusquo.Round;
import org.scpmonitor.statusquo.StatusQuo;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.cooperation.EntryLinks;

/** A row for each round, a column for each area: score, how many questions were answered, and the way since the baseline. */
class ScoresTable {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final StatusQuo quo;
    private final EntryLinks links;

    ScoresTable(StatusQuo quo, EntryLinks links) {
        this.quo = quo;
        this.links = links;
    }

    Component table() {
        NativeTable table = new NativeTable();
        table.addClassName("scores");
        NativeTableCaption caption = new NativeTableCaption();
        caption.setText(translate("statusquo.scores"));
        caption.addClassName("vh");
        table.add(caption);
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(new Span(translate("statusquo.scores")), "col", false));
        List<Area> areas = quo.areas();
        areas.forEach(each -> head.add(heading(new Span(Labels.in(locale).choice(each)), "col", true)));
        quo.rounds().forEach(round -> {
            NativeTableRow row = table.getBody().addRow();
            row.add(heading(RoundName.of(round, links, locale), "row", false));
            areas.forEach(area -> row.add(cell(round, area)));
        });
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        return wrap;
    }

    private NativeTableCell cell(Round round, Area area) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("n");
        cell.getElement().setAttribute("data-label", Labels.in(locale).choice(area));
        round.score(area).ifPresentOrElse(score -> fill(cell, round, score), () -> cell.add(new Span("–")));
        return cell;
    }

    private void fill(NativeTableCell cell, Round round, AreaScore score) {
        BigDecimal value = score.score();
        Span number = new Span(value == null ? translate("statusquo.noscore") : numbers.of(value, 1));
        number.setClassName("b", value != null);
        cell.add(number, small(translate("statusquo.coverage", score.answered(), score.asked())));
        if (!score.isComplete()) {
            cell.add(new Tag(translate("statusquo.incomplete"), Tag.Tone.QUERY));
        }
        quo.baseline(round)
                .flatMap(baseline -> round.since(baseline, score.area()))
                .ifPresent(way -> cell.add(small(translate(
                        "statusquo.since", way.signum() > 0 ? "+" + numbers.of(way, 1) : numbers.of(way, 1)))));
    }

    private static Component small(String words) {
        Div small = new Div(words);
        small.addClassNames("xxs", "faint");
        return small;
    }

    private static NativeTableHeaderCell heading(Component content, String scope, boolean numeric) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        cell.setClassName("n", numeric);
        return cell;
    }
}
