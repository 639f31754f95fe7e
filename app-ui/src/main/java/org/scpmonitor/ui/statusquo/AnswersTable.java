package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.register.Entry;
import org.scpmonitor.statusquo.StatusQuo;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.cooperation.EntryLinks;

/** Every question of the questionnaire as it stands, by area, with what each round answered and what that rests on. */
class AnswersTable {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final StatusQuo quo;
    private final Entry<Instrument> chosen;
    private final EntryLinks links;

    AnswersTable(StatusQuo quo, Entry<Instrument> chosen, EntryLinks links) {
        this.quo = quo;
        this.chosen = chosen;
        this.links = links;
    }

    Component card() {
        NativeTable table = new NativeTable();
        table.addClassName("answers");
        NativeTableCaption caption = new NativeTableCaption();
        caption.setText(translate("statusquo.questions"));
        caption.addClassName("vh");
        table.add(caption);
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(new Span(translate("statusquo.question")), "col"));
        quo.rounds().forEach(each -> head.add(heading(RoundName.of(each, links, locale), "col")));
        for (Area area : Area.values()) {
            List<Question> questions = chosen.content().questions().stream()
                    .filter(each -> each.area() == area)
                    .toList();
            if (!questions.isEmpty()) {
                NativeTableHeaderCell name = heading(new Span(Labels.in(locale).choice(area)), "colgroup");
                name.getElement()
                        .setAttribute("colspan", String.valueOf(quo.rounds().size() + 1));
                NativeTableRow row = table.getBody().addRow();
                row.addClassName("level");
                row.add(name);
                questions.forEach(each -> row(table.getBody().addRow(), each));
            }
        }
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        Section card = new Section(wrap);
        card.addClassNames("card", "flush");
        card.setAriaLabel(translate("statusquo.questions"));
        return card;
    }

    private void row(NativeTableRow row, Question question) {
        Div asked = new Div(question.question().in(locale));
        Div facts = new Div(weight(question));
        facts.addClassNames("xxs", "faint");
        row.add(heading(new Div(asked, facts), "row"));
        quo.rounds().forEach(round -> {
            NativeTableCell cell = new NativeTableCell(round.answer(question.code())
                    .map(answer -> answer(question, answer))
                    .orElseGet(AnswersTable::none));
            cell.getElement().setAttribute("data-label", round.survey().title().in(locale));
            row.add(cell);
        });
    }

    private String weight(Question question) {
        if (question.counts().signum() == 0) {
            return translate("statusquo.unscored");
        }
        return question.isGate()
                ? translate("statusquo.gate")
                : translate("statusquo.weight", numbers.full(question.counts()));
    }

    private Component answer(Question question, Survey.Answer answer) {
        Span said = new Span(AnswerText.of(question, answer.answer(), locale));
        said.addClassName("b");
        Div all = new Div(said);
        Text evidence = answer.evidence();
        if (evidence != null) {
            Div small = new Div(translate("statusquo.evidence", evidence.in(locale)));
            small.addClassNames("xxs", "muted");
            all.add(small);
        }
        String website = answer.website();
        if (website != null) {
            all.add(new Anchor(website, translate("statusquo.website")));
        }
        return all;
    }

    private static Component none() {
        Span none = new Span(translate("statusquo.unanswered"));
        none.addClassNames("xs", "faint");
        return none;
    }

    private static NativeTableHeaderCell heading(Component content, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
