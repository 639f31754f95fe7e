package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Prospects.Figure;
import org.scpmonitor.submission.ReviewQueue.Outlook;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;

/** Which figures of the programmes approving would change, from what to what. */
class ProspectCard extends Div {
    private final NumberText numbers = new NumberText(UI.getCurrent().getLocale());

    /** @param again computes it anew; null where the values aren't there to compute with */
    ProspectCard(Outlook outlook, List<Figure> figures, @Nullable Runnable again) {
        addClassName("card");
        add(new H2(translate("review.prospect")));
        if (outlook.computedAt() == null) {
            add(says(translate("review.prospect.soon")));
        } else if (outlook.failure() != null) {
            add(says(translate("review.prospect.failed")));
        } else {
            add(says(Counted.of("review.prospect.figures", outlook.figures())), list(figures));
            if (outlook.figures() > figures.size()) {
                add(says(translate("review.prospect.more", Counted.number(outlook.figures() - figures.size()))));
            }
            if (outlook.stale()) {
                add(says(translate(
                        "review.prospect.stale",
                        new DateText(UI.getCurrent().getLocale()).moment(outlook.computedAt()))));
            }
        }
        if (again != null && outlook.computedAt() != null && (outlook.stale() || outlook.failure() != null)) {
            add(new Button(translate("review.prospect.again"), Icon.REDO.small(), click -> again.run()));
        }
    }

    private static Component says(String text) {
        Div says = new Div(text);
        says.addClassNames("xs", "muted");
        return says;
    }

    private Component list(List<Figure> figures) {
        UnorderedList list = new UnorderedList();
        list.addClassName("changed");
        for (Figure each : figures) {
            Span what = new Span(each.programme() + " · " + each.indicator() + " · "
                    + each.period().label(UI.getCurrent().getLocale())
                    + (each.disaggregation().isEmpty() ? "" : " · " + each.disaggregation()));
            Span change = new Span(value(each.before()) + " → " + UnitText.with(value(each.after()), each.unit()));
            change.addClassNames("num", "b");
            list.add(new ListItem(what, new Span(" "), change));
        }
        return list;
    }

    private String value(@Nullable BigDecimal value) {
        return value == null ? "–" : numbers.full(value);
    }
}
