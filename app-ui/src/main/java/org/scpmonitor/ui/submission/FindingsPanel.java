package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Filter;
import org.scpmonitor.submission.Findings.Group;
import org.scpmonitor.submission.Findings.Kept;
import org.scpmonitor.submission.Findings.Order;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.StagedValues;
import org.scpmonitor.submission.SubmissionDetail.CodeCount;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Segmented;

/** What the checks found: how often each, by cause, and one by one as far as they are kept. */
public class FindingsPanel extends Div {
    private static final int MOST_GROUPS = 100;
    private static final int GROUPED_FROM = 20;

    /** Where findings are read from. */
    @org.springframework.stereotype.Component
    public record Reading(Findings findings, StagedValues staged) {}

    private final Reading reading;
    private final long submission;
    private final List<CodeCount> counts;
    private final Set<FindingCode> cut;
    private final @Nullable Answers answers;
    private final FindingGrid grid;
    private final Div codes = new Div();
    private final Div unkept = new Div();
    private final Div grouped = new Div();
    private Filter filter = Filter.ALL;
    private boolean byCause;
    private int number;

    /** @param answers null where nothing can be answered, only read */
    public FindingsPanel(Reading reading, long submission, List<CodeCount> counts, @Nullable Answers answers) {
        this.reading = reading;
        this.submission = submission;
        this.counts = counts;
        this.cut = counts.stream()
                .filter(count -> count.occurrences() > count.kept())
                .map(CodeCount::code)
                .collect(Collectors.toSet());
        this.answers = answers;
        this.grid = new FindingGrid(answers, this::preview);
        this.byCause = counts.stream().mapToLong(CodeCount::kept).sum() >= GROUPED_FROM;
        addClassNames("card", "flush", "findings");
        codes.addClassName("codes");
        add(heading(answers != null), choices(), codes, unkept, grouped, grid);
        grid.setItems(this::page, query -> number);
        show(Filter.ALL);
    }

    private Component preview(Finding finding) {
        return new CellPreview(
                finding,
                finding.row() == null
                        ? List.of()
                        : reading.staged().around(submission, finding.sheet(), finding.row()));
    }

    private Component heading(boolean answerable) {
        H2 title = new H2(translate("submission.findings"));
        title.addClassName("card-h");
        Span says = new Span(translate(answerable ? "submission.findings.says" : "submission.findings.read"));
        says.addClassNames("xs", "muted");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, says, space);
        head.addClassNames("row", "wrap", "card-top");
        if (has(Severity.ERROR) && has(Severity.QUERY)) {
            head.add(severities());
        }
        return head;
    }

    private boolean has(Severity severity) {
        return counts.stream().anyMatch(count -> count.severity() == severity);
    }

    private Component severities() {
        return new Segmented<Filter>(
                        translate("submission.findings.filter"), chosen -> show(filter.ofSeverity(chosen.severity())))
                .option(Filter.ALL, translate("submission.findings.all"))
                .option(Filter.ALL.ofSeverity(Severity.ERROR), translate("submission.findings.errors"))
                .option(Filter.ALL.ofSeverity(Severity.QUERY), translate("submission.findings.queries"))
                .press(Filter.ALL);
    }

    private Component choices() {
        Div choices = new Div();
        choices.addClassNames("row", "wrap", "codes");
        Findings.Choices offered = reading.findings().choices(submission);
        if (offered.sheets().size() > 1) {
            choices.add(choice(
                    "submission.findings.sheet",
                    offered.sheets(),
                    Function.identity(),
                    sheet -> show(filter.onSheet(sheet).ofCause(null))));
        }
        if (offered.indicators().size() > 1) {
            choices.add(choice(
                    "submission.findings.indicator",
                    offered.indicators(),
                    Function.identity(),
                    code -> show(filter.ofIndicator(code).ofCause(null))));
        }
        if (has(Severity.QUERY)) {
            choices.add(choice(
                    "submission.findings.answer",
                    List.of(true, false),
                    open -> translate(open ? "submission.findings.open" : "submission.findings.answered"),
                    open -> show(filter.ifOpen(open).ofCause(null))));
        }
        if (byCause) {
            choices.add(new Segmented<Boolean>(translate("submission.findings.view"), chosen -> {
                        byCause = chosen;
                        show(filter.ofCause(null));
                    })
                    .option(true, translate("submission.findings.grouped"))
                    .option(false, translate("submission.findings.single"))
                    .press(true));
        }
        return choices;
    }

    private static <T> Component choice(
            String name, List<T> offered, Function<T, String> label, Consumer<@Nullable T> chosen) {
        Select<T> select = new Select<>();
        select.setItems(offered);
        String any = translate("submission.findings.any", translate(name));
        select.setItemLabelGenerator(each -> each == null ? any : label.apply(each));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any);
        select.setPlaceholder(any);
        select.setAriaLabel(translate(name));
        select.setWidth("11rem");
        select.addValueChangeListener(change -> chosen.accept(change.getValue()));
        return select;
    }

    private void show(Filter chosen) {
        filter = chosen;
        number = reading.findings().number(submission, filter);
        codes.removeAll();
        List<CodeCount> offered = counts.stream()
                .filter(count -> chosen.severity() == null || chosen.severity() == count.severity())
                .toList();
        if (counts.size() > 1) {
            offered.forEach(count -> codes.add(code(count)));
        }
        unkept.removeAll();
        offered.stream()
                .filter(count -> chosen.code() == null || chosen.code() == count.code())
                .filter(count -> cut.contains(count.code()))
                .forEach(this::tellUnkept);
        grouped.removeAll();
        boolean groups = byCause && filter.cause() == null;
        grid.setVisible(!groups);
        if (groups) {
            List<Group> causes = reading.findings().groups(submission, filter, MOST_GROUPS + 1);
            boolean more = causes.size() > MOST_GROUPS;
            grouped.add(new FindingGroups(
                    more ? causes.subList(0, MOST_GROUPS) : causes,
                    cut,
                    filter,
                    answers,
                    this::showOneByOne,
                    () -> show(filter)));
            if (more) {
                grouped.add(
                        new Note(Note.Kind.PLAIN, translate("submission.groups.more", Counted.number(MOST_GROUPS))));
            }
        } else {
            if (filter.cause() != null) {
                grouped.add(backToGroups());
            }
            grid.fit(number);
            grid.getDataProvider().refreshAll();
        }
    }

    private void showOneByOne(Group group) {
        show(filter.ofCause(group.cause()));
    }

    private Component backToGroups() {
        NativeButton back = new NativeButton(translate("submission.groups.back"), click -> show(filter.ofCause(null)));
        back.addClassName("code");
        Div row = new Div(back);
        row.addClassName("codes");
        return row;
    }

    private void tellUnkept(CodeCount count) {
        unkept.add(new Note(
                Note.Kind.PLAIN,
                translate(
                        "submission.findings.unkept",
                        title(count.code()),
                        Counted.number(count.occurrences()),
                        Counted.number(count.kept()))));
    }

    private Component code(CodeCount count) {
        boolean chosen = count.code() == filter.code();
        NativeButton button = new NativeButton("", click -> show(filter.ofCode(chosen ? null : count.code())));
        Span number = new Span(Counted.number(count.occurrences()));
        number.addClassNames("num", "b");
        button.add(number, new Span(title(count.code())));
        button.addClassNames("code", count.severity() == Severity.ERROR ? "error" : "query");
        button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        return button;
    }

    private static String title(FindingCode code) {
        return translate("finding." + code.name());
    }

    private Stream<Kept> page(Query<Kept, Void> query) {
        @Nullable
        QuerySortOrder sorted =
                query.getSortOrders().isEmpty() ? null : query.getSortOrders().getFirst();
        return reading
                .findings()
                .page(
                        submission,
                        filter,
                        sorted == null ? Order.SEVERITY : Order.valueOf(Objects.requireNonNull(sorted.getSorted())),
                        sorted != null && sorted.getDirection() == SortDirection.DESCENDING,
                        query.getOffset(),
                        query.getLimit())
                .stream();
    }
}
