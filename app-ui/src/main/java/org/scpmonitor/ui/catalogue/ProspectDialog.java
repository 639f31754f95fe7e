package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.ui.component.Note;

/** What a change would do, member by member and figure by figure; it is taken over from here, with its reason. */
class ProspectDialog extends Dialog {
    ProspectDialog(Prospect prospect, Consumer<String> onTake) {
        setHeaderTitle(translate("catalogue.prospect.title"));
        setWidth("min(56rem, 100%)");
        boolean changes = !prospect.differences().isEmpty();
        TextArea reason = new TextArea(translate("catalogue.prospect.reason"));
        reason.setRequired(true);
        reason.setWidthFull();
        reason.setVisible(changes);
        Button take = new Button(translate("catalogue.prospect.take"), click -> {
            if (reason.isEmpty()) {
                reason.setInvalid(true);
                reason.setErrorMessage(translate("catalogue.prospect.reason.missing"));
                reason.focus();
            } else {
                close();
                onTake.accept(reason.getValue().strip());
            }
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setVisible(changes);
        Div content = new Div(changes(prospect), reason, figures(prospect));
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button(translate("submission.leave"), click -> close()), take);
    }

    private static Component changes(Prospect prospect) {
        return prospect.differences().isEmpty()
                ? new Note(Note.Kind.PLAIN, translate("catalogue.prospect.nothing"))
                : new Div(new H3(translate("catalogue.prospect.changes")), new DifferenceTable(prospect.differences()));
    }

    private static Component figures(Prospect prospect) {
        if (prospect.differences().isEmpty()) {
            return new Div();
        }
        return prospect.figures().total() == 0
                ? new Note(Note.Kind.OK, translate("catalogue.prospect.nofigures"))
                : new FigureTable(prospect.figures());
    }
}
