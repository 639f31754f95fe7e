package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.ChartJs;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;

/** One indicator in its countries: a chart or its table. Shown again, both change in place. */
class ComparePanel extends Article {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Span heading = new Span();
    private final Paragraph unit = new Paragraph();
    private final ChartJs chart = new ChartJs();
    private final Div body = new Div();
    private final Div notes = new Div();
    private final Button save = new Button(Icon.DOWNLOAD.small());
    private final Consumer<String> open;
    private String source = "";

    ComparePanel(Consumer<String> open) {
        this.open = open;
        addClassNames("card", "compare");
        chart.addClassName("large");
        chart.addPointClickListener(click -> open.accept(click.key()));
        unit.addClassNames("xxs", "faint");
        H2 title = new H2(heading);
        title.addClassName("card-h");
        save.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        save.addClickListener(click -> chart.saveImage(
                heading.getText(), unit.getText(), source, save.getId().orElse("") + ".png"));
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space, save);
        head.addClassNames("row", "top");
        add(head, unit, body, notes);
    }

    /** @param axes shared with the panels of the same unit */
    void show(Measured measured, Axes axes, Selection selection, String asOf) {
        String name = measured.indicator().name().in(locale);
        heading.setText(name);
        save.setId("comparison-" + measured.indicator().code());
        save.setAriaLabel(translate("compare.image", name));
        save.setTooltipText(translate("compare.image", name));
        boolean asTable = selection.look() == Look.TABLE;
        save.setVisible(!asTable && !measured.isEmpty());
        unit.setText(measured.indicator().code() + " · " + measured.unit()
                + (asTable || axes.startsAtZero() || measured.isEmpty() ? "" : ". " + translate("compare.axis")));
        source = translate("compare.source", asOf);
        if (measured.isEmpty()) {
            put(empty());
        } else if (asTable) {
            put(new CompareTable(measured, name + ", " + measured.unit(), open));
        } else {
            chart.show(new ComparePlot(measured, axes, locale).plot());
            put(chart);
        }
        tell(measured, selection);
    }

    /** What is there already stays there: a chart that is taken out begins anew. */
    private void put(Component content) {
        if (content.getParent().filter(body::equals).isEmpty()) {
            body.removeAll();
            body.add(content);
        }
    }

    private void tell(Measured measured, Selection selection) {
        notes.removeAll();
        if (selection.scale() == Selection.Scale.PERCAPITA
                && !measured.indicator().perInhabitant()) {
            notes.add(new Note(Note.Kind.PLAIN, translate("compare.notsummable")));
        }
        if (!measured.without().isEmpty()) {
            notes.add(new Note(
                    Note.Kind.PLAIN,
                    translate(
                            "compare.without." + measured.scale().name(),
                            measured.without().stream()
                                    .map(each -> CountryMark.name(each, locale))
                                    .collect(Collectors.joining(", ")))));
        }
        Paragraph more = new Paragraph(
                Pages.link(Pages.indicator(measured.indicator().code(), selection), translate("compare.definition")));
        more.addClassName("src");
        notes.add(more);
    }

    private static Div empty() {
        Div empty = new Div(translate("compare.panel.empty"));
        empty.addClassName("empty");
        return empty;
    }
}
