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
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.catalogue.ProgrammeEdits;
import org.scpmonitor.catalogue.ProgrammeFields;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** What is set for a programme: how it is assessed, and the indicators that it follows, each with the way to its own. */
@Route(Pages.PROGRAMME_SETTINGS + "/:programme")
@RolesAllowed({"MANAGER", "ADMINISTRATOR"})
class ProgrammeSettingsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ProgrammeEdits edits;
    private final IndicatorCatalogue catalogue;
    private final Taking taking;
    private String title = "";

    ProgrammeSettingsView(ProgrammeEdits edits, IndicatorCatalogue catalogue, Taking taking) {
        this.edits = edits;
        this.catalogue = catalogue;
        this.taking = taking;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("programme").orElseThrow();
        Programme programme = edits.find(code).orElseThrow(() -> new NotFoundException(code));
        title = programme.name().in(Words.locale());
        ProgrammeForm form = new ProgrammeForm();
        form.show(ProgrammeFields.of(programme));
        ProblemNotes problems = new ProblemNotes(form);
        removeAll();
        add(
                new Crumbs(Pages.link(Pages.PROGRAMME_SETTINGS, translate("catalogue.programmes.title")))
                        .here(programme.code()),
                head(
                        title,
                        new Span(translate(
                                "catalogue.programmes.line",
                                code,
                                programme.indicators().size()))),
                problems,
                form,
                foot(programme, form, problems),
                sectionHead(
                        translate("catalogue.programmes.followed"), translate("catalogue.programmes.followed.says")),
                new FollowedTable(programme, catalogue.choices().indicators()));
    }

    private Component foot(Programme programme, ProgrammeForm form, ProblemNotes problems) {
        Button foresee = new Button(translate("catalogue.edit.foresee"), click -> {
            ProgrammeFields.Read read = ProgrammeFields.read(programme, form.values());
            if (problems.none(read.problems())) {
                var prospect = edits.foresee(read.programme());
                if (problems.none(prospect.outcome())) {
                    new ProspectDialog(prospect, reason -> {
                                if (problems.none(taking.take(read.programme(), reason))) {
                                    UI.getCurrent().refreshCurrentRoute(false);
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
