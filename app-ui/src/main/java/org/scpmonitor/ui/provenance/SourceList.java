package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.provenance.Source;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** The observations behind a figure, some at a time: there may be thousands. A click shows where one of them comes from. */
class SourceList extends Div {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final int total;
    private final Consumer<Source> choose;
    private final Div rows = new Div();
    private final Span count = new Span();
    private int shown;
    private @Nullable NativeButton pressed;

    SourceList(List<Source> first, int total, Sources sources, int atOnce, Consumer<Source> choose) {
        this.total = total;
        this.choose = choose;
        addClassName("sources");
        Button more = new Button(translate("provenance.more"));
        more.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> {
            append(sources.list(shown, atOnce));
            more.setVisible(shown < total);
        });
        count.addClassNames("xxs", "faint");
        add(rows, count, more);
        append(first);
        more.setVisible(shown < total);
    }

    private void append(List<Source> sources) {
        for (Source source : sources) {
            NativeButton row = row(source);
            rows.add(row);
            if (pressed == null) {
                press(row);
            }
        }
        shown += sources.size();
        count.setText(translate("provenance.shown", numbers.of(shown), numbers.of(total)));
    }

    private NativeButton row(Source source) {
        Span who = new Span(source.institution() + " · " + source.period().label(locale));
        Span value =
                new Span(source.value() == null ? "–" : UnitText.with(numbers.full(source.value()), source.unit()));
        value.addClassName("num");
        Span cell = new Span(source.cell().name());
        cell.addClassNames("mono", "faint");
        NativeButton row = new NativeButton();
        row.add(who, value, cell);
        row.addClickListener(click -> {
            press(row);
            choose.accept(source);
        });
        return row;
    }

    private void press(NativeButton row) {
        if (pressed != null) {
            pressed.getElement().setAttribute("aria-pressed", "false");
        }
        row.getElement().setAttribute("aria-pressed", "true");
        pressed = row;
    }
}
