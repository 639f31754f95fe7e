package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Consumer;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Selection;

/** Charts, or their equivalent tables; which of them stands in the address. */
class Look extends Segmented<Boolean> {
    /** @param onChoice takes the address's parameters that show what was chosen */
    Look(Consumer<QueryParameters> onChoice) {
        super(
                translate("board.look"),
                asTable -> onChoice.accept(Selection.NONE
                        .look(asTable ? Selection.Look.TABLE : null)
                        .parameters()));
        option(false, translate("board.look.chart"));
        option(true, translate("board.look.table"));
    }

    /** Shows what the address asks for; whether that is tables. */
    boolean follow(BeforeEnterEvent event) {
        boolean asTable = Selection.of(event.getLocation().getQueryParameters()).look() == Selection.Look.TABLE;
        press(asTable);
        return asTable;
    }
}
