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

    AnswerRows(Survey survey, Instrument asked, Locale locale) {
        this.locale = locale;
        addClassName("tablewrap");
        NativeTable table = new NativeTable();
        table.addClassName("entry-rows");
        NativeTableRow head = table.getHead().addRow();
        Stream.of("QUESTION", "ANSWER", "EVIDENCE", "WEBSITE").forEach(each -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading(each));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        for (Survey.Answer each : survey.answers()) {
            Optional<Question> question = asked.find(each.question());
            Text evidence = each.evidence();
            String website = each.website();
            table.getBody()
                    .addRow()
                    .add(
                            cell("QUESTION", question(each.question(), question)),
                            cell(
                                    "ANSWER",
                                    said(question.map(one -> AnswerText.of(one, each.answer(), locale))
                                            .orElse(each.answer()))),
                            cell("EVIDENCE", evidence == null ? said("–") : words(evidence)),
                            cell("WEBSITE", website == null ? said("–") : new Anchor(website, website)));
        }
        add(table);
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

    private static NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", heading(column));
        return cell;
    }

    private static String heading(String column) {
        return translate("statusquo.file." + column);
    }
}
