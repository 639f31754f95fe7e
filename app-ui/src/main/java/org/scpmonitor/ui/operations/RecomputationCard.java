package org.scpmonitor.ui.operations;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.Optional;
import org.scpmonitor.publication.Recomputations.Difference;
import org.scpmonitor.publication.Recomputations.Recomputation;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;

/** How everything published came out when it was computed again last, and what differed. */
class RecomputationCard extends Section {
    private static final int MOST_NAMED = 20;

    private final Locale locale = UI.getCurrent().getLocale();
    private final Div result = new Div();

    /** @param again computes it again */
    RecomputationCard(Runnable again) {
        addClassName("card");
        Paragraph says = new Paragraph(translate("operations.again.says"));
        says.addClassNames("xs", "muted");
        Button now = new Button(translate("operations.again.now"), click -> again.run());
        now.addThemeNames("small");
        now.setDisableOnClick(true);
        now.addClickListener(click -> now.setEnabled(true));
        add(new H2(translate("operations.again")), says, result, now);
    }

    void show(Optional<Recomputation> last) {
        result.removeAll();
        if (last.isEmpty()) {
            result.add(new Paragraph(translate("operations.again.none")));
            return;
        }
        Recomputation done = last.get();
        String when = new DateText(locale).moment(done.endedAt());
        NumberText number = new NumberText(locale);
        String figures = number.of(done.figures());
        String files = number.of(done.publications());
        if (done.differences().isEmpty()) {
            result.add(new Note(Note.Kind.OK, translate("operations.again.agrees", when, figures, files)));
            return;
        }
        result.add(new Note(
                Note.Kind.ERROR,
                translate(
                        "operations.again.differs",
                        when,
                        figures,
                        files,
                        number.of(done.differences().size()))));
        UnorderedList list = new UnorderedList();
        done.differences().stream()
                .limit(MOST_NAMED)
                .map(RecomputationCard::line)
                .map(ListItem::new)
                .forEach(list::add);
        result.add(list);
    }

    private static String line(Difference difference) {
        return difference.figure() == null
                ? translate("operations.again.publication", String.valueOf(difference.publication()))
                : translate(
                        "operations.again.figure",
                        difference.figure().toString(),
                        difference.stored(),
                        difference.recomputed() == null ? "–" : difference.recomputed());
    }
}
