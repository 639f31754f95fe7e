package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.cooperation.LearningMatrix;
import org.scpmonitor.cooperation.LearningMatrix.Cell;
import org.scpmonitor.entry.Adoption;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Event;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Learning;
import org.scpmonitor.entry.Topic;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;

/** Who learns what from whom: a row for each country that offers, a column for each that learns; and as a picture. */
class LearningTable {
    private final Locale locale = UI.getCurrent().getLocale();
    private final CooperationShelf shown;
    private final EntryLinks links;
    private final LearningMatrix matrix;

    LearningTable(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
        matrix = LearningMatrix.of(shown.learnings(), shown.events(), shown.adoptions(), shown.year());
    }

    Component card(Component years) {
        Div tools = new Div(years);
        tools.addClassName("card-top");
        Div wrap = new Div(table());
        wrap.addClassName("tablewrap");
        Section card = new Section(tools, wrap);
        if (!matrix.cells().isEmpty()) {
            Div flow = new Div(new FlowPicture(matrix, locale).image());
            flow.addClassName("flow");
            card.add(flow);
        }
        card.addClassNames("card", "flush");
        card.setAriaLabel(translate("cooperation.learning"));
        return card;
    }

    private Component table() {
        NativeTable table = new NativeTable();
        table.addClassName("learn");
        NativeTableCaption caption = new NativeTableCaption();
        caption.setText(translate("cooperation.learning"));
        caption.addClassName("vh");
        table.add(caption);
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(new Span(translate("cooperation.learning.corner")), "col"));
        matrix.learners().forEach(each -> head.add(heading(country(each), "col")));
        matrix.givers().forEach(giver -> {
            NativeTableRow row = table.getBody().addRow();
            row.add(heading(country(giver), "row"));
            matrix.learners().forEach(learner -> row.add(cell(giver, learner)));
        });
        return table;
    }

    private NativeTableCell cell(String giver, String learner) {
        Cell content = matrix.cell(giver, learner);
        NativeTableCell cell = new NativeTableCell();
        if (giver.equals(learner)) {
            cell.addClassName("na");
            cell.add(hidden(translate("cooperation.learning.na")));
            return cell;
        }
        cell.getElement()
                .setAttribute(
                        "data-label",
                        translate(
                                "cooperation.learning.from",
                                CountryMark.name(learner, locale),
                                CountryMark.name(giver, locale)));
        content.topics().forEach(each -> cell.add(topic(each)));
        content.exchanges().forEach(each -> cell.add(exchange(each)));
        content.adoptions().forEach(each -> cell.add(adoption(each)));
        if (cell.getChildren().findAny().isEmpty()) {
            cell.add(hidden(translate("cooperation.learning.nothing")));
        }
        return cell;
    }

    private Component topic(Entry<Learning> learning) {
        var topic = shown.topic(learning.content().topic());
        Icon icon = TopicIcon.of(topic.map(each -> each.content().area()).orElse(Area.STRATEGY));
        return line(
                icon,
                links.of(
                        learning,
                        topic.map(Entry::content)
                                .map(Topic::title)
                                .map(title -> title.in(locale))
                                .orElse(learning.content().topic())));
    }

    private Component exchange(Entry<Event> event) {
        return line(
                Icon.CALENDAR,
                links.of(
                        event,
                        When.of(event.content().begins(), locale) + ": "
                                + event.title().in(locale)));
    }

    private Component adoption(Entry<Adoption> adoption) {
        Adoption content = adoption.content();
        String practice = shown.practice(content.practice())
                .map(each -> each.title().in(locale))
                .orElse(content.practice());
        return line(
                Icon.CHECK,
                links.of(
                        adoption,
                        translate(
                                "cooperation.adopted",
                                Labels.in(locale).choice(content.status()),
                                practice,
                                shown.institution(content.institution()),
                                When.of(content.since(), locale))));
    }

    private static Component line(Icon icon, Component words) {
        Div line = new Div(icon.small(), words);
        line.addClassName("tp");
        return line;
    }

    private Component country(String code) {
        Span name = new Span(CountryMark.of(code).image(), new Span(CountryMark.name(code, locale)));
        name.addClassName("row");
        return name;
    }

    private static NativeTableHeaderCell heading(Component content, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static Component hidden(String words) {
        Span span = new Span(words);
        span.addClassName("vh");
        return span;
    }
}
