package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.statusquo.AnswerText;

/** What a survey answered: each question as it was asked, and its answer as its scale says it. */
class AnswerRows extends Div {
    private final Locale locale;

    /** A column, by the key of its heading. */
    private enum Column {
        QUESTION,
        ANSWER,
        EVIDENCE,
        WEBSITE
    }

    AnswerRows(Survey survey, Instrument asked, Locale locale) {
        this.locale = locale;
        addClassName("tablewrap");
        NativeTable table = new NativeTable();
        table.addClassName("entry-rows");
        List<Column> used = Stream.of(Column.values())
                .filter(column -> survey.answers().stream().anyMatch(each -> isSaid(column, each)))
                .toList();
        NativeTableRow head = table.getHead().addRow();
        used.forEach(each -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading(each));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        for (Survey.Answer each : survey.answers()) {
            Optional<Question> question = asked.find(each.question());
            NativeTableRow row = table.getBody().addRow();
            used.forEach(column -> {
                NativeTableCell cell = new NativeTableCell(content(column, each, question));
                cell.getElement().setAttribute("data-label", heading(column));
                row.add(cell);
            });
        }
        add(table);
    }

    private static boolean isSaid(Column column, Survey.Answer answer) {
        return switch (column) {
            case QUESTION, ANSWER -> true;
            case EVIDENCE -> answer.evidence() != null;
            case WEBSITE -> answer.website() != null;
        };
    }

    private Component content(Column column, Survey.Answer answer, Optional<Question> question) {
        Text evidence = answer.evidence();
        String website = answer.website();
        return switch (column) {
            case QUESTION -> question(answer.question(), question);
            case ANSWER ->
                said(question.map(each -> AnswerText.of(each, answer.answer(), locale))
                        .orElse(answer.answer()));
            case EVIDENCE -> evidence == null ? said("–") : words(evidence);
            case WEBSITE -> website == null ? said("–") : new Anchor(website, website);
        };
    }

    private Component question(String code, Optional<Question> question) {
        Span number = new Span(code);
        number.addClassNames("xs", "muted");
        Div cell = new Div(number);
        question.ifPresent(each -> cell.add(new Div(words(each.question()))));
        return cell;
    }

    private Component words(Text words) {
        Span said = said(words.in(locale));
        said.getElement().setAttribute("lang", Printed.language(words, locale));
        return said;
    }

    private static Span said(String text) {
        Span said = new Span(text);
        said.addClassName("said");
        return said;
    }

    private static String heading(Column column) {
        return translate("statusquo.file." + column);
    }
}
