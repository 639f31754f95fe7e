package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Kept;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.SubmissionDetail.CodeCount;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Segmented;

/** What the checks found: how often each, and one by one as far as they are kept. */
public class FindingsPanel extends Div {
    private final Findings findings;
    private final long submission;
    private final List<CodeCount> counts;
    private final FindingGrid grid;
    private final Div codes = new Div();
    private final Div unkept = new Div();
    private FindingFilter filter = FindingFilter.ALL;

    /** @param answers null where nothing can be answered, only read */
    public FindingsPanel(Findings findings, long submission, List<CodeCount> counts, @Nullable Answers answers) {
        this.findings = findings;
        this.submission = submission;
        this.counts = counts;
        this.grid = new FindingGrid(answers);
        addClassNames("card", "flush", "findings");
        codes.addClassName("codes");
        add(heading(answers != null), codes, unkept, grid);
        grid.setItems(query -> page(query.getOffset(), query.getLimit()), query -> filter.kept(counts));
        show(FindingFilter.ALL);
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
        return new Segmented<FindingFilter>(translate("submission.findings.filter"), this::show)
                .option(FindingFilter.ALL, translate("submission.findings.all"))
                .option(new FindingFilter(Severity.ERROR, null), translate("submission.findings.errors"))
                .option(new FindingFilter(Severity.QUERY, null), translate("submission.findings.queries"))
                .press(FindingFilter.ALL);
    }

    private void show(FindingFilter chosen) {
        filter = chosen;
        codes.removeAll();
        List<CodeCount> offered = counts.stream()
                .filter(count -> chosen.severity() == null || chosen.severity() == count.severity())
                .toList();
        if (counts.size() > 1) {
            offered.forEach(count -> codes.add(code(count)));
        }
        unkept.removeAll();
        tellUnkept(offered.stream()
                .filter(count -> chosen.holds(count) && count.occurrences() > count.kept())
                .toList());
        grid.fit(chosen.kept(counts));
        grid.getDataProvider().refreshAll();
    }

    private void tellUnkept(List<CodeCount> cut) {
        if (!cut.isEmpty()) {
            unkept.add(new Note(
                    Note.Kind.PLAIN,
                    translate(
                            "submission.findings.unkept",
                            cut.stream().map(count -> title(count.code())).collect(Collectors.joining(", ")),
                            Counted.number(cut.stream()
                                    .mapToLong(CodeCount::occurrences)
                                    .sum()),
                            Counted.number(
                                    cut.stream().mapToLong(CodeCount::kept).sum()))));
        }
    }

    private Component code(CodeCount count) {
        boolean chosen = count.code() == filter.code();
        NativeButton button =
                new NativeButton("", click -> show(new FindingFilter(filter.severity(), chosen ? null : count.code())));
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

    private Stream<Kept> page(int offset, int limit) {
        FindingFilter now = filter;
        return (now.code() == null
                        ? findings.page(submission, now.severity(), offset, limit)
                        : findings.page(submission, Objects.requireNonNull(now.code()), offset, limit))
                .stream();
    }
}
