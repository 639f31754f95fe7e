package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionLine.Rows;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.WorkMoment;
import org.scpmonitor.submission.WorkMoment.Figures;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.Narrow;
import org.scpmonitor.ui.submission.StateTag;
import org.scpmonitor.ui.submission.SubmissionWatch;

/** The submissions of the institutions that one sends for, newest first; those being checked move on by themselves. */
class SentGrid extends Grid<SubmissionLine> {
    /** Some of the submissions, newest first. */
    @FunctionalInterface
    interface Lines {
        List<SubmissionLine> page(int offset, int limit);
    }

    private final Lines lines;
    private final SubmissionWatch watch;
    private final Set<Long> followed = new HashSet<>();

    SentGrid(Lines lines, SubmissionWatch watch) {
        this.lines = lines;
        this.watch = watch;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", translate("report.sent"));
        Column<?> all = addComponentColumn(SentGrid::stacked);
        addComponentColumn(SentGrid::file)
                .setHeader(translate("report.sent.file"))
                .setFlexGrow(3)
                .setWidth("14rem");
        addComponentColumn(StateTag::of)
                .setHeader(translate("report.sent.state"))
                .setFlexGrow(1)
                .setWidth("9rem");
        addColumn(line -> Counted.number(line.revision()))
                .setHeader(translate("report.sent.revision"))
                .setFlexGrow(0)
                .setWidth("6.5rem")
                .setHeaderPartName("num")
                .setPartNameGenerator(line -> "num");
        addComponentColumn(SentGrid::who)
                .setHeader(translate("report.sent.who"))
                .setFlexGrow(2)
                .setWidth("11rem");
        addColumn(line -> rows(line.rows()))
                .setHeader(translate("report.sent.rows"))
                .setFlexGrow(2)
                .setWidth("11rem");
        Narrow.stack(this, all);
        setItems(query -> page(query.getOffset(), query.getLimit()));
        setHeight("30rem");
    }

    private Stream<SubmissionLine> page(int offset, int limit) {
        List<SubmissionLine> page = lines.page(offset, limit);
        page.stream()
                .filter(line -> line.state() == SubmissionState.RECEIVED && followed.add(line.id()))
                .forEach(line -> watch.follow(this, since(line), this::moved));
        return page.stream();
    }

    private static WorkMoment since(SubmissionLine line) {
        return new WorkMoment(line.id(), line.state(), Figures.NONE, false, null, 0, null);
    }

    private void moved(WorkMoment now) {
        if (now.state() != SubmissionState.RECEIVED) {
            getDataProvider().refreshAll();
        }
    }

    private static Component file(SubmissionLine line) {
        Anchor link = Pages.link(Pages.report(line.id()), line.fileName());
        link.addClassName("b");
        Span place = new Span(line.place().code());
        Div under = new Div(CountryMark.of(line.place().country()).image(), place);
        under.addClassNames("row", "xs", "muted");
        return new Div(link, under);
    }

    private static Component who(SubmissionLine line) {
        Div when = new Div(new DateText(UI.getCurrent().getLocale()).moment(line.receivedAt()));
        when.addClassNames("xs", "muted");
        return new Div(new Div(line.senderName()), when);
    }

    private static String rows(Rows rows) {
        return rows.read() == null
                ? "–"
                : translate(
                        "report.sent.rows.of",
                        Counted.number(rows.read()),
                        number(rows.accepted()),
                        number(rows.refused()));
    }

    private static String number(@Nullable Long number) {
        return number == null ? "–" : Counted.number(number);
    }

    private static Component stacked(SubmissionLine line) {
        Div head = new Div(StateTag.of(line), new Span(translate("report.revision", Counted.number(line.revision()))));
        head.addClassNames("row", "wrap", "xs");
        Div rows = new Div(rows(line.rows()));
        rows.addClassName("xs");
        Div stack = new Div(file(line), head, who(line), rows);
        stack.addClassName("stacked");
        return stack;
    }
}
