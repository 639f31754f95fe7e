package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.scpmonitor.board.BoardLinks;
import org.scpmonitor.board.Boards;
import org.scpmonitor.board.PinnedChart;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** The charts that somebody pinned, in the owner's order, with what arranges and shares them. */
@Route(Pages.BOARD)
@Menu(title = "nav.monitoring.board", icon = "PIN", order = 19)
@PermitAll
class BoardView extends Page implements BeforeEnterObserver, HasDynamicTitle, PinTools.Steps {
    private final Boards boards;
    private final CurrentViewer viewers;
    private final PinCards cards;
    private final Div told = new Div();
    private final Div empty = new Div();
    private final Button arrange = new Button(translate("board.arrange"), click -> arrange());
    private final Look look = new Look(address -> UI.getCurrent().navigate(BoardView.class, address));
    private boolean asTable;
    private boolean arranging;

    BoardView(
            Boards boards,
            BoardLinks links,
            CurrentViewer viewers,
            ProvenanceDrawer provenance,
            Drawings drawings,
            FigureWatch watch) {
        this.boards = boards;
        this.viewers = viewers;
        this.cards = new PinCards(drawings, provenance::open, this::prepare);
        told.getElement().setAttribute("role", "status");
        told.addClassNames("row", "wrap", "board-told");
        empty.addClassName("empty");
        empty.add(
                new Span(translate("board.empty") + " "),
                Pages.link(Pages.INDICATORS, translate("board.empty.indicators")));
        Button share = new Button(
                translate("board.share"), Icon.LINK.small(), click -> new ShareDialog(links, viewers).open());
        add(
                head(translate("board.title"), new Span(translate("board.says")), look, arrange, share),
                told,
                empty,
                cards,
                provenance);
        watch.follow(this, this::refresh);
        pressed();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asTable = look.follow(event);
        refresh();
    }

    private void refresh() {
        List<PinnedChart> board = boards.list(viewers.get());
        empty.setVisible(board.isEmpty());
        arrange.setVisible(!board.isEmpty());
        cards.show(board, asTable);
    }

    private void arrange() {
        arranging = !arranging;
        told.removeAll();
        pressed();
    }

    private void pressed() {
        arrange.setText(translate(arranging ? "board.arranged" : "board.arrange"));
        cards.setClassName("arranging", arranging);
        cards.cards().forEach(each -> DragSource.configure(each).setDraggable(arranging));
    }

    private void prepare(PinCard card) {
        card.add(new PinTools(card, this));
        DragSource.configure(card).setDraggable(arranging);
        DropTarget.configure(card, true)
                .addDropListener(drop -> drop.getDragSourceComponent()
                        .filter(PinCard.class::isInstance)
                        .map(PinCard.class::cast)
                        .filter(dragged -> !dragged.equals(card))
                        .ifPresent(dragged -> {
                            cards.put(dragged, cards.indexOf(card));
                            keepOrder(dragged);
                        }));
    }

    @Override
    public void move(PinCard card, int by) {
        if (cards.step(card, by)) {
            keepOrder(card);
        } else {
            tell(translate(by < 0 ? "board.first" : "board.last", card.title()));
        }
    }

    private void keepOrder(PinCard card) {
        boards.arrange(viewers.get(), cards.order());
        tell(translate("board.moved", card.title(), cards.indexOf(card) + 1, cards.getComponentCount()));
    }

    @Override
    public void widen(PinCard card, boolean wide) {
        boards.widen(viewers.get(), card.pinned().id(), wide);
        tell(translate(wide ? "board.wide" : "board.narrow", card.title()));
        refresh();
    }

    @Override
    public void rename(PinCard card) {
        new RenameDialog(card.title(), name -> {
                    boards.rename(viewers.get(), card.pinned().id(), name.orElse(null));
                    refresh();
                    tell(translate("board.renamed", card.title()));
                })
                .open();
    }

    @Override
    public void remove(PinCard card) {
        long id = card.pinned().id();
        boards.remove(viewers.get(), id);
        tell(translate("board.removed", card.title()));
        Button undo = new Button(translate("board.undo"), Icon.REDO.small(), click -> {
            boards.restore(viewers.get(), id);
            tell(translate("board.restored", card.title()));
            refresh();
        });
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL);
        told.add(undo);
        undo.focus();
        refresh();
    }

    private void tell(String what) {
        told.removeAll();
        told.add(new Span(what));
    }

    @Override
    public String getPageTitle() {
        return translate("board.title") + " · SCP Monitor";
    }
}
