package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Event;
import org.scpmonitor.entry.Event.Participants;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entry;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.NumberText;

/** What happened between the countries, the earliest first, with who took part. */
class Timeline {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final CooperationShelf shown;
    private final EntryLinks links;

    Timeline(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
    }

    Component card() {
        OrderedList list = new OrderedList();
        list.addClassName("ev");
        shown.events().forEach(each -> list.add(item(each)));
        Section card = new Section(new H2(translate("cooperation.exchange")), list);
        card.addClassName("card");
        links.add(Kind.EVENT, translate("cooperation.exchange.add")).ifPresent(card::add);
        return card;
    }

    private ListItem item(Entry<Event> entry) {
        Event event = entry.content();
        Span when = new Span(When.of(event.begins(), locale));
        when.addClassName("when");
        Div what = new Div(title(entry));
        Text summary = event.summary();
        if (summary != null) {
            what.add(small(summary.in(locale)));
        }
        if (!event.participants().isEmpty()) {
            what.add(participants(event));
        }
        return new ListItem(when, what);
    }

    private Component title(Entry<Event> entry) {
        Span title = links.of(entry);
        title.addClassName("b");
        return title;
    }

    private Component participants(Event event) {
        int women = event.participants().stream().mapToInt(Participants::women).sum();
        String says = translate(
                "cooperation.participants",
                event.attendance(),
                event.participants().size(),
                women);
        var score = event.score();
        if (score != null) {
            says += " · "
                    + translate(
                            "cooperation.score", numbers.of(score, 1), event.replies() == null ? 0 : event.replies());
        }
        NativeDetails details = new NativeDetails(says, table(event.participants()));
        details.addClassNames("xs", "muted");
        return details;
    }

    private Component table(List<Participants> participants) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        List.of("institution", "women", "men", "unstated").forEach(each -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("cooperation.participants." + each));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("n", !each.equals("institution"));
            head.add(cell);
        });
        participants.forEach(each -> table.getBody()
                .addRow()
                .add(
                        new NativeTableCell(shown.institution(each.institution())),
                        number(each.women()),
                        number(each.men()),
                        number(each.unstated())));
        return table;
    }

    private NativeTableCell number(int count) {
        NativeTableCell cell = new NativeTableCell(numbers.of(count));
        cell.addClassName("n");
        return cell;
    }

    private static Component small(String words) {
        Div text = new Div(words);
        text.addClassNames("xs", "muted");
        return text;
    }
}
