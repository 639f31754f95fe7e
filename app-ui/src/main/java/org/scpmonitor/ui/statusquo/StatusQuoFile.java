package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.register.Entry;
import org.scpmonitor.statusquo.AreaScore;
import org.scpmonitor.statusquo.Round;
import org.scpmonitor.statusquo.StatusQuo;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.TableFile;

/** A questionnaire's rounds as a file: of each its scores by area, then every answer with what it rests on. */
record StatusQuoFile(StatusQuo quo, Entry<Instrument> chosen, AsOf asOf) implements PageActions.Shown {

    private enum Column {
        ROUND,
        COUNTRY,
        DATE,
        BASELINE,
        NATURE,
        AREA,
        SCORE,
        ANSWERED,
        ASKED,
        SINCE,
        CODE,
        QUESTION,
        ANSWER,
        EVIDENCE,
        WEBSITE
    }

    @Override
    public String address(Instant moment) {
        return Pages.STATUS_QUO + "?" + StatusQuoView.INSTRUMENT + "=" + chosen.code() + "&"
                + Selection.NONE.asKnownAt(moment).query();
    }

    @Override
    public TableFile file(Instant moment, String address, Locale locale) {
        List<List<String>> head = new ArrayList<>();
        head.add(List.of(
                translate(locale, "statusquo.instrument"),
                chosen.code() + " · " + chosen.title().in(locale)));
        head.add(List.of(translate(locale, "statusquo.method"), translate(locale, "statusquo.method.formula")));
        head.add(List.of(translate(locale, "register.source"), chosen.source()));
        head.addAll(PageActions.said(moment, address, locale));
        return new TableFile(
                chosen.code(),
                translate(locale, "statusquo.title"),
                head,
                Arrays.stream(Column.values())
                        .map(each -> translate(locale, "statusquo.file." + each.name()))
                        .toList(),
                quo.rounds().stream()
                        .flatMap(round -> Stream.concat(
                                round.scores().stream().map(score -> score(round, score, locale)),
                                answers(round, locale)))
                        .toList());
    }

    private List<@Nullable Object> score(Round round, AreaScore score, Locale locale) {
        List<@Nullable Object> line = begun(round, locale);
        line.add(Labels.in(locale).choice(score.area()));
        line.add(score.score());
        line.add(BigDecimal.valueOf(score.answered()));
        line.add(BigDecimal.valueOf(score.asked()));
        line.add(quo.baseline(round)
                .flatMap(baseline -> round.since(baseline, score.area()))
                .orElse(null));
        line.addAll(Arrays.asList(null, null, null, null, null));
        return line;
    }

    private Stream<List<@Nullable Object>> answers(Round round, Locale locale) {
        return round.instrument().questions().stream()
                .flatMap(question ->
                        round.answer(question.code()).stream().map(answer -> answer(round, question, answer, locale)));
    }

    private static List<@Nullable Object> answer(Round round, Question question, Survey.Answer answer, Locale locale) {
        Text evidence = answer.evidence();
        List<@Nullable Object> line = begun(round, locale);
        line.add(Labels.in(locale).choice(question.area()));
        line.addAll(Arrays.asList(null, null, null, null));
        line.add(question.code());
        line.add(question.question().in(locale));
        line.add(AnswerText.of(question, answer.answer(), locale));
        line.add(evidence == null ? null : evidence.in(locale));
        line.add(answer.website());
        return line;
    }

    private static List<@Nullable Object> begun(Round round, Locale locale) {
        Survey survey = round.survey().content();
        return new ArrayList<>(Arrays.asList(
                round.survey().code(),
                CountryMark.name(round.country(), locale),
                survey.date().toString(),
                translate(locale, survey.baseline() ? "register.yes" : "register.no"),
                round.survey().illustrative() ? translate(locale, "shell.illustrative") : null));
    }
}
