package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.scpmonitor.provenance.CountedEntry;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.provenance.Source;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.SentFile;

/** A figure's way back: figure, run, observations, and for one of them approval, file, cell and the text read. */
class Trail extends Div {
    private static final int AT_ONCE = 10;

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final DateText dates = new DateText(locale);
    private final ProvenanceQueries queries;
    private final Figure figure;
    private final int total;
    private final int counted;
    private final Div chosen = new Div();

    private final Sources sources;
    private final SentFile originals;
    private final boolean withPeople;

    /** @param withPeople whether those who sent, typed and approved are named, or only what they did */
    Trail(
            ProvenanceQueries queries,
            Figure figure,
            Sources sources,
            SentFile originals,
            boolean withPeople,
            Runnable showAll) {
        this.queries = queries;
        this.figure = figure;
        this.sources = sources;
        this.originals = originals;
        this.withPeople = withPeople;
        this.total = sources.count();
        this.counted = sources.countEntries();
        List<Source> first = sources.list(0, AT_ONCE);
        List<CountedEntry> entries = sources.entries(0, AT_ONCE);
        add(recomputed());
        if (sources.institution() != null) {
            Stream.concat(
                            first.stream().map(Source::institutionName),
                            entries.stream().map(CountedEntry::institutionName))
                    .findFirst()
                    .ifPresent(name -> add(only(name, showAll)));
        }
        add(upperSteps(first, entries), chosen);
        if (!first.isEmpty()) {
            show(first.getFirst());
        }
        Anchor json = new Anchor("api/v1/provenance/" + figure.id(), translate("provenance.json"), AnchorTarget.BLANK);
        json.addClassNames("btn", "sm");
        add(json);
    }

    private static Component only(String institution, Runnable showAll) {
        Button all = new Button(translate("provenance.only.all"), click -> showAll.run());
        all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div only = new Div(new Span(translate("provenance.only", institution)), all);
        only.addClassNames("only", "row", "wrap", "xs");
        return only;
    }

    private Component recomputed() {
        String value = numbers.full(figure.value());
        if (figure.agrees()) {
            return new Note(
                    Note.Kind.OK,
                    isCountedOnly()
                            ? translate("provenance.recomputed.entries", numbers.of(counted), value)
                            : translate("provenance.recomputed", numbers.of(figure.observations()), value));
        }
        String again = figure.recomputed() == null ? "–" : numbers.full(figure.recomputed());
        return new Note(Note.Kind.ERROR, translate("provenance.differs", value, again));
    }

    /** Whether nothing was reported for it. */
    private boolean isCountedOnly() {
        return counted > 0 && total == 0;
    }

    private Component upperSteps(List<Source> first, List<CountedEntry> entries) {
        OrderedList steps = new OrderedList();
        steps.addClassName("line");
        steps.add(figureStep(), runStep());
        queries.listFormulas(figure.id()).forEach(each -> steps.add(new FormulaStep(each, locale)));
        if (counted > 0) {
            steps.add(new Step(
                    Icon.CHECKLIST,
                    translate("provenance.entries"),
                    new EntryList(entries, counted, sources, AT_ONCE, withPeople)));
        }
        if (total > 1) {
            steps.add(new Step(
                    Icon.CELL,
                    translate("provenance.observations"),
                    new SourceList(first, total, sources, AT_ONCE, this::show)));
        }
        return steps;
    }

    private Step figureStep() {
        Step step = new Step(Icon.SUM, translate("provenance.figure"));
        step.line(UnitText.with(numbers.full(figure.value()), figure.unit()), true);
        step.line(
                translate(
                        isCountedOnly() ? "provenance.rule.counted" : "provenance.rule." + figure.overInstitutions(),
                        numbers.of(isCountedOnly() ? counted : figure.observations()),
                        numbers.of(figure.reported()),
                        numbers.of(figure.expected())),
                false);
        if (figure.replaced() != null) {
            step.line(translate("provenance.replaced", dates.moment(figure.replaced())), false);
        }
        return step;
    }

    private Step runStep() {
        Step step = new Step(Icon.GEAR, translate("provenance.run"));
        step.line(translate("provenance.run.number", numbers.of(figure.run()), dates.moment(figure.moment())), true);
        step.line(translate("provenance.run.version", Integer.toString(figure.version())), false);
        return step;
    }

    private void show(Source source) {
        OrderedList steps = new OrderedList();
        steps.addClassName("line");
        steps.add(observation(source), approval(source));
        Source.Typed typed = source.typed();
        if (typed == null) {
            steps.add(file(source), cell(source), text(source));
        } else {
            steps.add(typed(source, typed), written(source, typed));
        }
        chosen.removeAll();
        chosen.add(steps);
    }

    private Step observation(Source source) {
        Step step = new Step(Icon.CELL, translate("provenance.observation"));
        Component line =
                step.line(source.institution() + " · " + source.period().label(locale), true);
        if (!source.status().isEmpty()) {
            line.getElement()
                    .appendChild(
                            new Span(" ").getElement(),
                            new Tag(translate("provenance.status." + source.status())).getElement());
        }
        step.line(source.institutionName(), false);
        step.line(
                source.replaces() == null
                        ? translate("provenance.known", dates.moment(source.knownFrom()))
                        : translate(
                                "provenance.known.again",
                                dates.moment(source.knownFrom()),
                                dates.moment(source.replaces())),
                false);
        if (source.explanation() != null) {
            step.line(translate("provenance.explanation", source.explanation()), false);
        }
        if (source.comment() != null && !source.comment().isEmpty()) {
            step.line(translate("provenance.comment", source.comment()), false);
        }
        return step;
    }

    private Step approval(Source source) {
        Source.Submission submission = source.submission();
        Step step = new Step(Icon.USER, translate("provenance.approval"));
        String approver = submission.approvedBy();
        if (approver != null && submission.approvedAt() != null) {
            step.line(named(approver, "provenance.approver") + ", " + dates.moment(submission.approvedAt()), true);
        }
        step.line(translate("provenance.sent", named(submission.sentBy(), "provenance.sender")), false);
        return step;
    }

    private String named(String person, String role) {
        return withPeople ? person : translate(role);
    }

    private Step file(Source source) {
        Source.Submission submission = source.submission();
        Step step = new Step(Icon.FILE, translate("provenance.file"));
        step.line(submission.fileName(), true);
        step.line(
                submission.rows() == null
                        ? translate("provenance.revision", Integer.toString(submission.revision()))
                        : translate(
                                "provenance.revision.rows",
                                Integer.toString(submission.revision()),
                                submission.rows(),
                                numbers.of(submission.rows())),
                false);
        step.add(hash(submission));
        originals.linkIfReadable(submission.id()).ifPresent(step::add);
        return step;
    }

    private Step typed(Source source, Source.Typed typed) {
        Step step = new Step(Icon.USER, translate("provenance.typed"));
        step.line(
                translate("provenance.typed.by", named(typed.by(), "provenance.sender"), dates.moment(typed.at())),
                true);
        step.line(
                translate(
                        "provenance.revision",
                        Integer.toString(source.submission().revision())),
                false);
        step.add(hash(source.submission()));
        return step;
    }

    private static Div hash(Source.Submission submission) {
        Div hash = new Div("SHA-256 " + submission.sha256());
        hash.addClassName("hash");
        return hash;
    }

    private Step written(Source source, Source.Typed typed) {
        Step step = new Step(Icon.QUERY, translate("provenance.typed.text"));
        reading(step, typed.written(), source);
        return step;
    }

    private Step cell(Source source) {
        String place = source.cell().sheet().isEmpty()
                ? source.cell().name()
                : source.cell().sheet() + "!" + source.cell().name();
        Step step = new Step(Icon.HASH, translate("provenance.cell"));
        step.line(place, true);
        if (source.parts() > 0) {
            step.add(new PartList(source, queries));
        }
        step.add(new Excerpt(source, queries.listNeighbours(source)));
        return step;
    }

    private Step text(Source source) {
        Step step = new Step(Icon.QUERY, translate("provenance.text"));
        reading(step, source.cell().text(), source);
        String format = source.submission().numberFormat();
        if (format != null) {
            step.line(translate("provenance.format." + format), false);
        }
        return step;
    }

    /** What stood there, the number that was read from it, and the number that it became. */
    private void reading(Step step, String read, Source source) {
        Span text = new Span(read);
        text.addClassName("mono");
        Component line = step.line("", true);
        String value = source.reportedValue() == null
                ? "–"
                : UnitText.with(numbers.full(source.reportedValue()), source.reportedUnit());
        line.getElement()
                .appendChild(text.getElement(), new Span(" " + translate("provenance.read", value)).getElement());
        if (source.value() != null
                && source.reportedValue() != null
                && source.value().compareTo(source.reportedValue()) != 0) {
            step.line(
                    translate("provenance.converted", UnitText.with(numbers.full(source.value()), source.unit())),
                    false);
        }
    }
}
