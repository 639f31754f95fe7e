package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.FollowedFields;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.ProgrammeEdits;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** How a programme follows an indicator: headline, baseline, targets with their versions, milestones, who answers. */
@Route(Pages.PROGRAMME_SETTINGS + "/:programme/:indicator")
@RolesAllowed({"MANAGER", "ADMINISTRATOR"})
class FollowedView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ProgrammeEdits edits;
    private final IndicatorCatalogue catalogue;
    private final Taking taking;
    private String title = "";

    FollowedView(ProgrammeEdits edits, IndicatorCatalogue catalogue, Taking taking) {
        this.edits = edits;
        this.catalogue = catalogue;
        this.taking = taking;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("programme").orElseThrow();
        String indicator = event.getRouteParameters().get("indicator").orElseThrow();
        Programme programme = edits.find(code).orElseThrow(() -> new NotFoundException(code));
        Indicator definition = catalogue
                .find(indicator, AsOf.NOW)
                .map(Entry::indicator)
                .orElseThrow(() -> new NotFoundException(indicator));
        ProgrammeIndicator followed = programme.indicators().stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElseGet(() -> ProgrammeIndicator.of(indicator));
        title = translate("catalogue.followed.title", indicator, code);
        FollowedForm form = new FollowedForm(edits.institutions(code));
        form.show(FollowedFields.of(followed));
        form.addComponentAsFirst(new TargetsCard(code, followed, definition.unit(), form));
        ProblemNotes problems = new ProblemNotes(form);
        removeAll();
        add(
                new Crumbs(
                                Pages.link(Pages.PROGRAMME_SETTINGS, translate("catalogue.programmes.title")),
                                Pages.link(Pages.settings(code), code))
                        .here(indicator),
                head(title, new Span(definition.name().in(Words.locale()) + " · " + Words.unit(definition.unit()))),
                problems,
                form,
                foot(code, followed, form, problems));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("field")
                .ifPresent(field -> ask(field, code + "-" + indicator, form));
    }

    private static void ask(String field, String target, FollowedForm form) {
        if (field.equals("targets")) {
            form.askForTarget(Map.of("target.code", target + "-1"));
        } else {
            form.focus(field);
        }
    }

    private Component foot(String programme, ProgrammeIndicator stored, FollowedForm form, ProblemNotes problems) {
        Button foresee = new Button(translate("catalogue.edit.foresee"), click -> {
            FollowedFields.Read read = FollowedFields.read(stored, form.values());
            if (problems.none(read.problems())) {
                var prospect = edits.foresee(programme, read.followed());
                if (problems.none(prospect.outcome())) {
                    new ProspectDialog(prospect, reason -> {
                                if (problems.none(taking.take(programme, read.followed(), reason))) {
                                    UI.getCurrent().navigate(Pages.settings(programme));
                                }
                            })
                            .open();
                }
            }
        });
        foresee.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = new Div(foresee);
        foot.addClassNames("row", "wrap", "form-foot");
        return foot;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
