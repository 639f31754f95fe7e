package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.factor.FactorEdits;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors;
import org.scpmonitor.factor.Factors.Factor;
import org.scpmonitor.factor.Factors.Filter;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** One factor: what it is worth where and when, what was thought of it before, and what reads it. */
@Route(Pages.FACTORS + "/:code")
@PermitAll
class FactorView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Factors factors;
    private final FactorEdits edits;
    private final Runner runner;
    private final CurrentViewer viewers;
    private String title = "";

    FactorView(Factors factors, FactorEdits edits, Runner runner, CurrentViewer viewers) {
        this.factors = factors;
        this.edits = edits;
        this.runner = runner;
        this.viewers = viewers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        Factor factor = factors.find(code).orElseThrow(() -> new NotFoundException(code));
        title = factor.name().in(Words.locale());
        show(factor, Selection.of(event.getLocation().getQueryParameters()).asOf());
    }

    private void show(Factor factor, @Nullable LocalDate asOf) {
        boolean edits = asOf == null && viewers.get().mayEditCatalogue();
        removeAll();
        add(crumbs(factor), edits ? head(title, says(factor), adding(factor)) : head(title, says(factor)));
        if (asOf != null) {
            add(new Note(
                    Note.Kind.PLAIN,
                    new Span(translate("factor.asof", new DateText(Words.locale()).day(asOf)) + " "),
                    Pages.link(Pages.FACTORS + "/" + factor.code(), translate("catalogue.earlier.now"))));
        }
        List<FactorValue> values = factors.list(
                        new Filter(factor.code(), null, null, null, null), asOf == null ? AsOf.NOW : AsOf.endOf(asOf))
                .page(0, Integer.MAX_VALUE)
                .items();
        Div side = new Div(readers(factor), new FactorHistory(factors.history(factor.code())));
        side.addClassName("stack");
        Div lay = new Div(
                new FactorValues(factor, values, edits ? value -> form(factor, Optional.of(value)) : null), side);
        lay.addClassNames("lay", "side");
        add(lay);
    }

    private Button adding(Factor factor) {
        Button add = new Button(translate("factor.add"), click -> form(factor, Optional.empty()));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return add;
    }

    private void form(Factor factor, Optional<FactorValue> corrected) {
        new FactorForm(factor, corrected.orElse(null), factors.allCountries(), edits, viewers.get(), () -> {
                    runner.rebuild();
                    show(factors.find(factor.code()).orElseThrow(), null);
                })
                .open();
    }

    private static Component crumbs(Factor factor) {
        Nav crumbs =
                new Nav(Pages.link(Pages.FACTORS, translate("factor.title")), new Span(" / "), new Span(factor.code()));
        crumbs.addClassName("crumbs");
        return crumbs;
    }

    private static Component says(Factor factor) {
        return new Div(
                new Span(FactorWords.kind(factor.kind()) + " · " + FactorWords.category(factor.category()) + " · "
                        + UnitText.of(factor.unit()) + " (" + factor.unit() + ")"),
                FactorWords.tags(factor.gas(), factor.scope(), factor.biogenic()));
    }

    private static Component readers(Factor factor) {
        Section card = new Section(new H2(translate("factor.readers")));
        card.addClassNames("card", "tap");
        if (factor.readBy().isEmpty()) {
            card.add(Words.muted(translate("factor.readers.none")));
        }
        factor.readBy().forEach(code -> card.add(new Div(Pages.link(Pages.definition(code), code))));
        if (factor.biogenic()) {
            card.add(new Div(new Tag(translate("factor.biogenic.apart"), Tag.Tone.INFO)));
        }
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
