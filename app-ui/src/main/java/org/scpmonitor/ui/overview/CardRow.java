package org.scpmonitor.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.scpmonitor.ui.component.Kept;
import org.scpmonitor.ui.component.Selection;

/** The programmes' cards for one indicator, or for the headlines. */
class CardRow extends Div {
    private final H2 name = new H2();
    private final Kept<String, ProgrammeCard.Shown, ProgrammeCard> cards;

    /** @param day of which it is told what was known */
    record Shown(TrajectoryPanels.Row row, Selection selection, LocalDate day) {}

    CardRow(Consumer<String> openProvenance) {
        name.addClassNames("sec", "row-name");
        cards = new Kept<>(key -> new ProgrammeCard(openProvenance), ProgrammeCard::show);
        cards.addClassName("g4");
        add(name, cards);
    }

    void show(Shown shown) {
        name.setVisible(!shown.row().title().isEmpty());
        name.setText(shown.row().title());
        SequencedMap<String, ProgrammeCard.Shown> things = new LinkedHashMap<>();
        shown.row()
                .pictures()
                .forEach(each -> things.put(
                        each.progress().programme().code(),
                        new ProgrammeCard.Shown(each, shown.selection(), shown.day())));
        cards.show(things);
    }
}
