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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.publication.Publication;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Narrow;

/** What was published, the latest first; whoever may publishes more. */
@Route(Pages.PUBLICATIONS)
@Menu(title = "nav.catalogue.publications", icon = "FILE", order = 74)
@AnonymousAllowed
class PublicationsView extends Page implements HasDynamicTitle {
    private static final int AT_A_TIME = 500;

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText number = new NumberText(locale);

    PublicationsView(Publications publications, Publishing publishing, Clock clock) {
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        Span says = new Span(translate("publication.says"));
        if (publishing.isAllowed()) {
            Button publish = new Button(
                    translate("publication.publish.new"),
                    Icon.FILE.small(),
                    click -> new PublishDialog(publications, publishing, ReportingPeriod.year(year - 1)).open());
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(head(translate("publication.title"), says, publish));
        } else {
            add(head(translate("publication.title"), says));
        }
        Div card = new Div(grid(publications));
        card.addClassNames("card", "flush");
        add(card);
    }

    private Component grid(Publications publications) {
        Grid<Publication> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", translate("publication.title"));
        Grid.Column<Publication> all = grid.addComponentColumn(this::stacked);
        grid.addComponentColumn(this::link)
                .setHeader(translate("publication.publication"))
                .setFlexGrow(3);
        grid.addColumn(each -> new DateText(locale).moment(each.asOf()))
                .setHeader(translate("publication.asof"))
                .setWidth("12rem")
                .setFlexGrow(0);
        grid.addColumn(Publication::publishedBy).setHeader(translate("publication.by"));
        grid.addColumn(each -> number.of(each.figures()))
                .setHeader(translate("publication.figures"))
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::tags)
                .setHeader(translate("publication.state"))
                .setFlexGrow(2);
        Narrow.stack(grid, all);
        grid.setItems(publications.list(null).page(0, AT_A_TIME).items());
        Div empty = new Div(new Span(translate("publication.none")));
        empty.addClassName("empty");
        grid.setEmptyStateComponent(empty);
        return grid;
    }

    private Component link(Publication publication) {
        return Pages.link(Pages.publication(publication.id()), PublicationView.title(publication, locale));
    }

    private Component tags(Publication publication) {
        Div tags = new Div();
        tags.addClassNames("row", "wrap");
        if (publication.partial() > 0) {
            tags.add(new Tag(translate("publication.partial", number.of(publication.partial())), Tag.Tone.QUERY));
        }
        tags.add(
                publication.revised() > 0
                        ? new Tag(translate("publication.revised", number.of(publication.revised())), Tag.Tone.INFO)
                        : new Tag(translate("publication.unrevised"), Tag.Tone.OK));
        return tags;
    }

    private Component stacked(Publication publication) {
        Div when = new Div(new DateText(locale).moment(publication.asOf()));
        when.addClassNames("xs", "muted");
        Div stack = new Div(link(publication), when, tags(publication));
        stack.addClassName("stacked");
        return stack;
    }

    @Override
    public String getPageTitle() {
        return translate("publication.title") + " · SCP Monitor";
    }
}
