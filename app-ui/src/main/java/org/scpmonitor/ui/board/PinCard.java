package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinnedChart;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinDrawing.Drawn;

/** One chart of a board, under its name, which leads to the chart's own page. Shown again, it changes in place. */
class PinCard extends Article {
    private final Consumer<String> openProvenance;
    private final Anchor name = Pages.link("", "");
    private final Span asOf = new Span();
    private final Div about = new Div();
    private final Div body = new Div();
    private PinnedChart pinned;
    private @Nullable Component chart;

    PinCard(PinnedChart pinned, Consumer<String> openProvenance) {
        this.pinned = pinned;
        this.openProvenance = openProvenance;
        addClassNames("card", "panel");
        H2 title = new H2(name);
        title.addClassName("card-h");
        asOf.addClassName("nowrap");
        about.addClassNames("row", "wrap", "xs", "muted", "about");
        add(title, about, body);
    }

    void show(PinnedChart now, Drawn drawn, boolean asTable) {
        pinned = now;
        name.setText(Optional.ofNullable(now.name()).orElseGet(drawn::title));
        name.setHref(drawn.address());
        Instant moment = Pin.of(now.kind(), now.query()).selection().moment().moment();
        asOf.setText(
                moment == null
                        ? ""
                        : translate("board.asof", new DateText(UI.getCurrent().getLocale()).moment(moment)));
        about.removeAll();
        about.add(drawn.about());
        if (moment != null) {
            about.add(asOf);
        }
        setClassName("wide", now.wide());
        Component shown = drawn.show(asTable, chart, openProvenance);
        if (shown != chart) {
            body.removeAll();
            body.add(shown);
            chart = shown;
        }
    }

    PinnedChart pinned() {
        return pinned;
    }

    /** As it stands above the chart. */
    String title() {
        return name.getText();
    }
}
