package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.ValueRemarks.Cell;
import org.scpmonitor.submission.ValueChanges.Change;
import org.scpmonitor.submission.ValueChanges.Kind;
import org.scpmonitor.submission.ValueChanges.Value;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Narrow;

/** Values as known now and as sent, side by side. */
public class ChangeGrid extends Grid<Change> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);

    private final @Nullable Marks marks;

    /** Values to be read, not decided on. */
    public ChangeGrid(Kind kind) {
        this(kind, null);
    }

    /** @param marks null where nothing can be decided */
    ChangeGrid(Kind kind, @Nullable Marks marks) {
        this.marks = marks;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", translate("review.changes"));
        Column<?> all = addComponentColumn(this::stacked);
        if (marks != null) {
            addComponentColumn(this::box)
                    .setHeader(translate("review.mark.header"))
                    .setWidth("5rem")
                    .setFlexGrow(0);
        }
        addComponentColumn(this::what)
                .setHeader(translate("review.what"))
                .setWidth("11rem")
                .setFlexGrow(4);
        addColumn(change -> change.period().label(locale))
                .setHeader(translate("review.period"))
                .setWidth("5.5rem")
                .setFlexGrow(1);
        if (kind == Kind.CHANGED) {
            addComponentColumn(change -> value(change.known()))
                    .setHeader(translate("review.known"))
                    .setWidth("8rem")
                    .setFlexGrow(2)
                    .setHeaderPartName("num")
                    .setPartNameGenerator(change -> "num");
        }
        addComponentColumn(change -> value(change.sent()))
                .setHeader(translate("review.sent"))
                .setWidth("8rem")
                .setFlexGrow(2)
                .setHeaderPartName("num")
                .setPartNameGenerator(change -> "num new");
        if (kind == Kind.CHANGED) {
            addColumn(this::difference)
                    .setHeader(translate("review.difference"))
                    .setWidth("6.75rem")
                    .setFlexGrow(0)
                    .setHeaderPartName("num")
                    .setPartNameGenerator(change -> "num");
        }
        addComponentColumn(ChangeGrid::cell)
                .setHeader(translate("review.cell"))
                .setWidth("6.5rem")
                .setFlexGrow(1);
        Narrow.stack(this, all);
    }

    private Component box(Change change) {
        return marks == null
                ? new Span()
                : Cell.parse(change.cell())
                        .<Component>map(
                                cell -> marks.box(cell, change.cell(), change.cell() + " " + change.indicator()))
                        .orElseGet(Span::new);
    }

    private Component what(Change change) {
        Span code = new Span(change.indicator());
        code.addClassName("b");
        Div name = new Div(code, new Span(" " + change.indicatorName().in(locale)));
        Div more = new Div(change.institution()
                + (change.disaggregation().isEmpty() ? "" : " · " + change.disaggregation())
                + unit(change));
        more.addClassNames("xs", "muted");
        return new Div(name, more);
    }

    private static String unit(Change change) {
        String unit = UnitText.of(change.unit());
        return unit.isEmpty() ? "" : " · " + unit;
    }

    private Component value(@Nullable Value value) {
        if (value == null) {
            return new Span("–");
        }
        Div shown =
                new Div(new Span(value.amount() == null ? translate("review.noValue") : numbers.full(value.amount())));
        if (!value.status().isEmpty()) {
            more(shown, translate("review.status." + value.status()));
        }
        if (!value.comment().isEmpty()) {
            more(shown, translate("submission.quoted", value.comment()));
        }
        return shown;
    }

    private static void more(Div shown, String text) {
        Div more = new Div(text);
        more.addClassNames("xxs", "muted");
        shown.add(more);
    }

    private String difference(Change change) {
        Value known = change.known();
        if (known == null
                || known.amount() == null
                || change.sent().amount() == null
                || known.amount().signum() == 0) {
            return "–";
        }
        BigDecimal difference = change.sent().amount().subtract(known.amount());
        BigDecimal percent = difference.multiply(HUNDRED).divide(known.amount().abs(), MathContext.DECIMAL64);
        return numbers.signed(percent) + "\u00a0%";
    }

    private static Component cell(Change change) {
        Span cell = new Span(change.cell());
        cell.addClassName("mono");
        Div read = new Div(translate("review.asRead", change.textRead(), change.unitRead()));
        read.addClassName("muted");
        Div both = new Div(cell, read);
        both.addClassName("xs");
        return both;
    }

    private Component stacked(Change change) {
        Span period = new Span(change.period().label(locale));
        Div values = new Div(period);
        if (change.known() != null) {
            values.add(value(change.known()), new Span("→"));
        }
        Component sent = value(change.sent());
        sent.addClassName("b");
        values.add(sent, new Span(change.kind() == Kind.CHANGED ? difference(change) : ""));
        values.addClassNames("row", "wrap", "num");
        Div stack = new Div(what(change), values, cell(change));
        if (marks != null) {
            stack.addComponentAsFirst(box(change));
        }
        stack.addClassName("stacked");
        return stack;
    }
}
