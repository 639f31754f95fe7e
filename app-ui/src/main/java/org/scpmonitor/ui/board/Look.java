package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.function.Consumer;
import org.scpmonitor.ui.component.Segmented;

/** Charts, or their equivalent tables. */
class Look extends Segmented<Boolean> {
    Look(Consumer<Boolean> onTable) {
        super(translate("board.look"), onTable);
        option(false, translate("board.look.chart"));
        option(true, translate("board.look.table"));
        press(false);
    }
}
