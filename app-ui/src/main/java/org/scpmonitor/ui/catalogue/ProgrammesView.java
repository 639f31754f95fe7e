package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.ProgrammeEdits;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** The programmes, each with the way to what is set for it; or the choice of those that are to follow an indicator. */
@Route(Pages.PROGRAMME_SETTINGS)
@Menu(title = "nav.catalogue.programmes", icon = "CHECKLIST", order = 71)
@RolesAllowed({"MANAGER", "ADMINISTRATOR"})
class ProgrammesView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ProgrammeEdits edits;

    ProgrammesView(ProgrammeEdits edits) {
        this.edits = edits;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> follow = event.getLocation().getQueryParameters().getSingleParameter("follow");
        UnorderedList list = new UnorderedList();
        list.addClassName("plain");
        edits.list().forEach(programme -> list.add(item(programme, follow)));
        Section card = new Section(list);
        card.addClassName("card");
        follow.ifPresent(code -> card.addComponentAsFirst(new H2(translate("catalogue.programmes.follow", code))));
        removeAll();
        add(head(translate("catalogue.programmes.title"), new Span(translate("catalogue.programmes.says"))), card);
    }

    private static ListItem item(Programme programme, Optional<String> follow) {
        String address = follow.map(indicator -> Pages.followed(programme.code(), indicator))
                .orElseGet(() -> Pages.settings(programme.code()));
        return new ListItem(
                new Div(Pages.link(address, programme.name().in(Words.locale()))),
                Words.muted(translate(
                        "catalogue.programmes.line",
                        programme.code(),
                        programme.indicators().size())));
    }

    @Override
    public String getPageTitle() {
        return translate("catalogue.programmes.title") + " · SCP Monitor";
    }
}
