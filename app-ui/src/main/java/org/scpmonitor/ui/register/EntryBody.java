package org.scpmonitor.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;

/** Everything that an entry says, in the order of its kind's fields; what it doesn't say isn't there. */
class EntryBody extends Section {
    private static final String TITLE = "title";

    private final Printed printed;
    private final Map<String, Component> own;
    private DescriptionList facts = facts();

    /** @param own what is shown in place of what a field says as it stands, by the field's name */
    EntryBody(Kind kind, Map<String, ?> tree, Printed printed, Map<String, Component> own) {
        this.printed = printed;
        this.own = own;
        addClassNames("card", "entry");
        for (Field field : kind.fields()) {
            Object part = tree.get(field.name());
            if (part != null && !field.name().equals(TITLE)) {
                show(field, part);
            }
        }
    }

    private static DescriptionList facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("meta");
        return facts;
    }

    private void show(Field field, Object part) {
        String name = printed.labels().field(field);
        if (field.shape() instanceof Shape.Rows(Class<? extends Record> _, List<Field> fields)) {
            Component instead = own.get(field.name());
            block(name, instead == null ? table(fields, Printed.several(part)) : instead);
        } else if (Printed.isProse(field.shape())) {
            block(name, paragraphs(field.shape(), part));
        } else {
            if (facts.getParent().isEmpty()) {
                add(facts);
            }
            facts.add(new DescriptionList.Term(name), new DescriptionList.Description(shown(field, part)));
        }
    }

    private Component shown(Field field, Object part) {
        Component instead = own.get(field.name());
        return instead == null ? value(field.shape(), part) : instead;
    }

    private void block(String name, Component content) {
        add(new H2(name), content);
        facts = facts();
    }

    private Component paragraphs(Shape shape, Object part) {
        Div prose = new Div();
        prose.addClassNames("stack-s", "prose");
        if (shape instanceof Shape.Words) {
            prose.getElement().setAttribute("lang", Printed.language(Printed.words(part), printed.locale()));
        }
        printed.of(shape, part).lines().filter(line -> !line.isBlank()).forEach(line -> prose.add(new Paragraph(line)));
        return prose;
    }

    private Component table(List<Field> fields, List<?> rows) {
        List<Map<?, ?>> trees =
                rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
        List<Field> used = fields.stream()
                .filter(field -> trees.stream().anyMatch(row -> row.get(field.name()) != null))
                .toList();
        NativeTable table = new NativeTable();
        table.addClassName("entry-rows");
        NativeTableRow head = table.getHead().addRow();
        used.forEach(field -> {
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(printed.labels().field(field));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("n", isNumber(field.shape()));
            head.add(cell);
        });
        trees.forEach(row -> {
            NativeTableRow line = table.getBody().addRow();
            used.forEach(field -> {
                Object part = row.get(field.name());
                NativeTableCell cell = new NativeTableCell(part == null ? new Span("–") : value(field.shape(), part));
                cell.getElement().setAttribute("data-label", printed.labels().field(field));
                cell.setClassName("n", isNumber(field.shape()));
                line.add(cell);
            });
        });
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        return wrap;
    }

    private static boolean isNumber(Shape shape) {
        return shape instanceof Shape.Whole || shape instanceof Shape.Decimal;
    }

    private Component value(Shape shape, Object part) {
        return switch (shape) {
            case Shape.Entry(Kind of) -> Pages.link(Pages.entry(of.code(), part.toString()), printed.of(shape, part));
            case Shape.Code(CatalogueList of) -> named(of, part.toString(), printed.of(shape, part));
            case Shape.Many(Shape of) -> {
                Div several = new Div();
                several.addClassNames("row", "wrap", "several");
                Printed.several(part).forEach(each -> several.add(value(of, each)));
                yield several;
            }
            case Shape.Line _ -> line(part.toString());
            case Shape.Words _ -> words(Printed.words(part));
            case Shape.Choice _, Shape.Date _, Shape.Whole _, Shape.Decimal _, Shape.YesOrNo _, Shape.Rows _ ->
                said(printed.of(shape, part));
        };
    }

    private Component words(Text words) {
        Span said = said(words.in(printed.locale()));
        said.getElement().setAttribute("lang", Printed.language(words, printed.locale()));
        return said;
    }

    private static Component line(String text) {
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            return said(text);
        }
        Anchor link = new Anchor(text, text);
        link.getElement().setAttribute("rel", "noopener");
        return link;
    }

    private static Span said(String text) {
        Span said = new Span(text);
        said.addClassName("said");
        return said;
    }

    private static Component named(CatalogueList list, String code, String name) {
        return switch (list) {
            case COUNTRY -> country(code, name);
            case INSTITUTION -> new Span(name);
            case INDICATOR -> Pages.link(Pages.indicator(code, Selection.NONE), name);
            case PROGRAMME -> Pages.link(Pages.programme(code, Selection.NONE), name);
        };
    }

    /** A country's mark before its name. */
    static Span country(String code, String name) {
        Span country = new Span(CountryMark.of(code).image(), new Span(name));
        country.addClassNames("country", "nowrap");
        return country;
    }
}
