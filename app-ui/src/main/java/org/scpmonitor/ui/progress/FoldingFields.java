package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.ui.component.Icon;

/** Fields in one row; on a narrow screen one button that opens them as a dialog. */
public class FoldingFields extends Div {
    /** Where the fields belong. */
    protected final Div fields = new Div();

    private final Dialog unfolded = new Dialog();
    private final Span said = new Span();

    protected FoldingFields() {
        addClassName("filterbar");
        fields.addClassName("filters");
        fields.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("progress.filters"));
        unfolded.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                addComponentAsFirst(fields);
            }
        });
        Button close = new Button(translate("progress.filters.close"), click -> unfolded.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        unfolded.getFooter().add(close);
        addDetachListener(replaced -> unfolded.close());
        add(fields, folded());
    }

    /** Tells on the button what the fields say while they are folded; empty for nothing. */
    protected void say(String text) {
        said.setText(text);
    }

    private Button folded() {
        said.addClassName("num");
        Button open = new Button(translate("progress.filters"), Icon.DOWN.small(), click -> unfold());
        open.setIconAfterText(true);
        open.getElement().appendChild(said.getElement());
        open.addClassName("filters-m");
        return open;
    }

    /** The fields move into the dialog, and back when it closes. */
    private void unfold() {
        unfolded.removeAll();
        unfolded.setHeaderTitle(translate("progress.filters"));
        unfolded.add(fields);
        unfolded.open();
    }
}
