package org.scpmonitor.ui.board;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.scpmonitor.board.PinnedChart;
import org.scpmonitor.ui.pin.PinDrawing.Drawn;

/** A board's charts in two columns. Shown again, cards and charts that stay change in place. */
class PinCards extends Div {
    private final Drawings drawings;
    private final Consumer<String> openProvenance;
    private final Consumer<PinCard> onNew;

    /** @param onNew told of each card before it is shown for the first time */
    PinCards(Drawings drawings, Consumer<String> openProvenance, Consumer<PinCard> onNew) {
        this.drawings = drawings;
        this.openProvenance = openProvenance;
        this.onNew = onNew;
        addClassName("board");
    }

    void show(List<PinnedChart> board, boolean asTable) {
        Map<Long, Drawn> drawn = drawings.read(board);
        Map<Long, PinCard> before =
                cards().stream().collect(Collectors.toMap(each -> each.pinned().id(), each -> each));
        List<PinCard> now = new ArrayList<>();
        for (PinnedChart each : board) {
            Drawn chart = drawn.get(each.id());
            if (chart != null) {
                PinCard known = before.get(each.id());
                PinCard card = known == null ? fresh(each) : known;
                card.show(each, chart, asTable);
                now.add(card);
            }
        }
        before.values().stream().filter(each -> !now.contains(each)).forEach(PinCard::removeFromParent);
        for (int i = 0; i < now.size(); i++) {
            put(now.get(i), i);
        }
    }

    private PinCard fresh(PinnedChart pinned) {
        PinCard card = new PinCard(pinned, openProvenance);
        onNew.accept(card);
        return card;
    }

    List<PinCard> cards() {
        return getChildren().map(PinCard.class::cast).toList();
    }

    /** In the order in which they stand. */
    List<Long> order() {
        return cards().stream().map(each -> each.pinned().id()).toList();
    }

    int indexOf(PinCard card) {
        return cards().indexOf(card);
    }

    /**
     * Lets a card change places with its neighbour. The neighbour is the one that is moved in the page: what has the
     * focus keeps it.
     *
     * @param by 1 or -1
     * @return whether there was a neighbour
     */
    boolean step(PinCard card, int by) {
        int at = indexOf(card);
        int to = at + by;
        if (to < 0 || to >= getComponentCount()) {
            return false;
        }
        put(cards().get(to), at);
        return true;
    }

    /** Puts a card to this place, and those from there on behind it; one that stands there isn't touched. */
    void put(PinCard card, int place) {
        if (place < getComponentCount() && getComponentAt(place).equals(card)) {
            return;
        }
        card.removeFromParent();
        addComponentAtIndex(place, card);
    }
}
