package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.scpmonitor.board.Boards;
import org.scpmonitor.board.PinnedChart;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** The charts that somebody pinned, in the owner's order. */
@Route(Pages.BOARD)
@Menu(title = "nav.monitoring.board", icon = "PIN", order = 19)
@PermitAll
class BoardView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Boards boards;
    private final CurrentViewer viewers;
    private final ProvenanceDrawer provenance;
    private final PinCards cards;

    BoardView(Boards boards, CurrentViewer viewers, ProvenanceDrawer provenance, Drawings drawings) {
        this.boards = boards;
        this.viewers = viewers;
        this.provenance = provenance;
        this.cards = new PinCards(drawings, provenance::open, card -> {});
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(head(translate("board.title"), new Span(translate("board.says"))));
        List<PinnedChart> pinned = boards.list(viewers.get());
        if (pinned.isEmpty()) {
            add(new Note(Note.Kind.PLAIN, translate("board.empty")));
            return;
        }
        cards.show(pinned, false);
        add(cards, provenance);
    }

    @Override
    public String getPageTitle() {
        return translate("board.title") + " · SCP Monitor";
    }
}
