package org.scpmonitor.ui.publication;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scpmonitor.publication.Publication;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.publication.Revision;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One publication: what it holds and since when, its file, whether it can be made again, and what was corrected since. */
@Route(Pages.PUBLICATIONS + "/:publication")
@AnonymousAllowed
class PublicationView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Publications publications;
    private final CurrentViewer viewers;
    private final ProvenanceDrawer provenance;
    private String title = "";

    PublicationView(Publications publications, CurrentViewer viewers, ProvenanceDrawer provenance) {
        this.publications = publications;
        this.viewers = viewers;
        this.provenance = provenance;
    }

    static RouteParameters of(int publication) {
        return new RouteParameters("publication", Integer.toString(publication));
    }

    static String title(Publication publication, Locale locale) {
        String programme = publication.programme();
        return (programme == null ? translate("publication.all") : programme) + ", "
                + publication.period().label(locale);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number = event.getRouteParameters().get("publication").orElseThrow();
        Publication publication = Optional.of(number)
                .filter(text -> text.matches("\\d{1,9}"))
                .flatMap(text -> publications.find(Integer.parseInt(text)))
                .orElseThrow(() -> new NotFoundException(number));
        Locale locale = UI.getCurrent().getLocale();
        title = title(publication, locale);
        List<Revision> revisions = publications.revisions(publication.id(), viewers.get());
        removeAll();
        add(
                crumbs(publication),
                head(
                        title,
                        new Span(translate(
                                "publication.page.says",
                                new DateText(locale).moment(publication.asOf()),
                                publication.publishedBy())),
                        download(publication)),
                facts(publication, new NumberText(locale)),
                sectionHead(translate("publication.revisions"), translate("publication.revisions.says")),
                revisions(revisions),
                provenance);
    }

    private static Component crumbs(Publication publication) {
        Nav crumbs = new Nav(
                Pages.link(Pages.PUBLICATIONS, translate("publication.title")),
                new Span("/"),
                new Span(Integer.toString(publication.id())));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    private Component facts(Publication publication, NumberText number) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("meta");
        entry(facts, "figures", number.of(publication.figures()));
        entry(facts, "partial.long", number.of(publication.partial()));
        if (!publication.note().isEmpty()) {
            entry(facts, "note", publication.note());
        }
        entry(facts, "sha256", publication.sha256());
        Section card = new Section(facts);
        card.addClassName("card");
        if (publication.partial() > 0) {
            card.add(new Note(Note.Kind.QUERY, translate("publication.warning", number.of(publication.partial()))));
        }
        card.add(
                publications.isReproduced(publication)
                        ? new Note(Note.Kind.OK, translate("publication.reproduced"))
                        : new Note(Note.Kind.ERROR, translate("publication.irreproducible")));
        return card;
    }

    private static void entry(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(translate("publication." + key)),
                new DescriptionList.Description(new Span(value)));
    }

    private Component revisions(List<Revision> revisions) {
        Div card = new Div();
        card.addClassNames("card", "flush");
        if (revisions.isEmpty()) {
            Div none = new Div(new Span(translate("publication.revisions.none")));
            none.addClassName("empty");
            card.add(none);
        } else {
            card.add(new RevisionGrid(revisions, provenance::open));
        }
        return card;
    }

    private Anchor download(Publication publication) {
        Anchor link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName(publication.fileName());
                    event.setContentType("text/csv;charset=UTF-8");
                    event.getOutputStream().write(publications.file(publication.id()));
                },
                "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("publication.download")));
        link.addClassNames("btn", "sm");
        return link;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
