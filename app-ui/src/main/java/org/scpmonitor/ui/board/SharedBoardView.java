package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.scpmonitor.board.BoardLinks;
import org.scpmonitor.board.BoardLinks.SharedBoard;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** Somebody's board, for whoever has a link to it: to read, and as long as the link holds. */
@Route(Pages.SHARED + "/:secret")
@AnonymousAllowed
class SharedBoardView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final BoardLinks links;
    private final H1 title = new H1();
    private final Span says = new Span(translate("board.shared.says"));
    private final Div ended = new Div();
    private final PinCards cards;
    private String secret = "";
    private final Look look = new Look(
            address -> UI.getCurrent().navigate(SharedBoardView.class, new RouteParameters("secret", secret), address));
    private boolean asTable;

    SharedBoardView(BoardLinks links, ProvenanceDrawer provenance, Drawings drawings, FigureWatch watch) {
        this.links = links;
        this.cards = new PinCards(drawings, provenance::open, card -> {});
        says.addClassName("sub");
        Div text = new Div(title, says);
        Div acts = new Div(look);
        acts.addClassName("acts");
        Div head = new Div(text, acts);
        head.addClassName("head");
        add(head, ended, cards, provenance);
        watch.follow(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asTable = look.follow(event);
        secret = event.getRouteParameters().get("secret").orElse("");
        refresh();
    }

    private void refresh() {
        ended.removeAll();
        links.find(secret).ifPresentOrElse(this::show, this::end);
    }

    private void show(SharedBoard board) {
        begun(true);
        title.setText(translate("board.shared.title", board.owner()));
        cards.show(board.charts(), asTable);
        if (board.charts().isEmpty()) {
            ended.add(new Note(Note.Kind.PLAIN, translate("board.shared.empty")));
        }
    }

    /** Where there is no board, nothing is said of one, and there is nothing to choose. */
    private void begun(boolean begun) {
        says.setVisible(begun);
        look.setVisible(begun);
    }

    private void end() {
        begun(false);
        title.setText(translate("board.shared"));
        cards.removeAll();
        ended.add(new Note(Note.Kind.ERROR, translate("board.shared.ended")));
    }

    @Override
    public String getPageTitle() {
        return translate("board.shared") + " · SCP Monitor";
    }
}
