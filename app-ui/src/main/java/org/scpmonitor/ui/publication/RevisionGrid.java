package org.scpmonitor.ui.publication;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.publication.Revision;
import org.scpmonitor.publication.Revision.State;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Narrow;

/** What changed of published figures: from what to what, when, by what and why. */
class RevisionGrid extends Grid<Revision> {
    private static final Map<String, String> REQUESTS =
            Map.of("factor ", "publication.cause.factor", "formula of ", "publication.cause.formula");

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText number = new NumberText(locale);
    private final Consumer<String> provenance;

    RevisionGrid(List<Revision> revisions, Consumer<String> provenance) {
        this.provenance = provenance;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(revisions.size() <= 50);
        getElement().setAttribute("aria-label", translate("publication.revisions"));
        Column<Revision> all = addComponentColumn(this::stacked);
        addComponentColumn(this::what)
                .setHeader(translate("publication.figure"))
                .setFlexGrow(2);
        addComponentColumn(this::effect)
                .setHeader(translate("publication.effect"))
                .setFlexGrow(3);
        addColumn(each -> new DateText(locale).moment(each.moment()))
                .setHeader(translate("publication.since"))
                .setWidth("11rem")
                .setFlexGrow(0);
        addComponentColumn(this::why).setHeader(translate("publication.cause")).setFlexGrow(3);
        Narrow.stack(this, all);
        setItems(revisions);
    }

    private Component what(Revision revision) {
        Div where = new Div((revision.programme() == null ? revision.country() : revision.programme())
                + " · " + revision.period().label(locale)
                + (revision.disaggregation().isEmpty() ? "" : " · " + revision.disaggregation()));
        where.addClassNames("xs", "muted");
        return new Div(new Span(revision.indicator()), where);
    }

    private Component effect(Revision revision) {
        Div line = new Div(
                state(revision.before(), revision.unit()), new Span("→"), state(revision.after(), revision.unit()));
        line.addClassNames("row", "wrap", "num");
        return line;
    }

    private Component state(@Nullable State state, String unit) {
        if (state == null) {
            return new Span(translate("publication.nothing"));
        }
        String text = UnitText.with(number.full(state.value()), unit);
        Button figure = new Button(text, click -> provenance.accept(Long.toString(state.figure())));
        figure.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        figure.setAriaLabel(translate("publication.provenance", text));
        Span coverage = new Span(state.reported() + "/" + state.expected());
        coverage.addClassNames("xs", "muted");
        return new Span(figure, new Span(" "), coverage);
    }

    private Component why(Revision revision) {
        Div why = new Div(new Div(cause(revision)));
        if (!revision.reason().isEmpty()) {
            Div reason = new Div(revision.reason());
            reason.addClassNames("xs", "muted");
            why.add(reason);
        }
        return why;
    }

    /** What a run was asked for by is told in English words that the product itself writes. */
    private static String cause(Revision revision) {
        String cause = revision.cause();
        if (revision.submission() != null) {
            return translate("publication.cause.submission", cause, Long.toString(revision.submission()));
        }
        if (cause.equals("catalogue")) {
            return translate("publication.cause.catalogue");
        }
        return REQUESTS.entrySet().stream()
                .filter(each -> cause.startsWith(each.getKey()))
                .findFirst()
                .map(each ->
                        translate(each.getValue(), cause.substring(each.getKey().length())))
                .orElseGet(() -> translate("publication.cause.change", cause));
    }

    private Component stacked(Revision revision) {
        Div when = new Div(new DateText(locale).moment(revision.moment()));
        when.addClassNames("xs", "muted");
        Div stack = new Div(what(revision), effect(revision), when, why(revision));
        stack.addClassName("stacked");
        return stack;
    }
}
