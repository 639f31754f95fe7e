package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.provenance.Source;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** The cells that a value sums, some at a time: there may be thousands. */
class PartList extends Div {
    private static final int AT_ONCE = 20;

    private final NumberText numbers = new NumberText(UI.getCurrent().getLocale());
    private final Source source;
    private final ProvenanceQueries queries;
    private final UnorderedList cells = new UnorderedList();
    private final Span count = new Span();
    private int shown;

    PartList(Source source, ProvenanceQueries queries) {
        this.source = source;
        this.queries = queries;
        addClassName("sources");
        Button more = new Button(translate("provenance.more"));
        more.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> {
            append();
            more.setVisible(shown < source.parts());
        });
        count.addClassNames("xxs", "faint");
        Div title = new Div(translate("provenance.parts", numbers.of(source.parts())));
        title.addClassName("b");
        add(title, cells, count, more);
        append();
        more.setVisible(shown < source.parts());
    }

    private void append() {
        Source.Cell first = source.cell();
        for (Source.Part part : queries.listParts(
                source.submission().id(), first.sheetNumber(), first.row(), first.column(), shown, AT_ONCE)) {
            Span place = new Span(
                    part.cell().sheet().isEmpty()
                            ? part.cell().name()
                            : part.cell().sheet() + "!" + part.cell().name());
            place.addClassNames("mono", "faint");
            Span text = new Span(part.cell().text());
            text.addClassName("mono");
            Span value = new Span(UnitText.with(numbers.full(part.reportedValue()), part.reportedUnit()));
            value.addClassName("num");
            ListItem item = new ListItem(place, text, value);
            item.addClassNames("row", "wrap");
            cells.add(item);
            shown++;
        }
        count.setText(translate("provenance.shown.cells", numbers.of(shown), numbers.of(source.parts())));
    }
}
