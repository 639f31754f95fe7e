package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Somebody else published while this was written: both versions, and the ways on. */
class MeanwhileDialog extends Dialog {
    /**
     * @param differences what stands now beside what was written
     * @param onOwn what was written is to take the place of what stands
     * @param onTheirs what stands is to be gone on with, and what was written to be forgotten
     */
    MeanwhileDialog(String says, List<Difference> differences, Runnable onOwn, Runnable onTheirs) {
        setHeaderTitle(translate("register.meanwhile.title"));
        setWidth("min(56rem, 100%)");
        Div body = new Div(
                new Paragraph(says),
                new DifferenceTable(differences, translate("register.theirs"), translate("register.own")));
        body.addClassName("stack");
        add(body);
        Button own = new Button(translate("register.meanwhile.own"), click -> {
            close();
            onOwn.run();
        });
        own.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter()
                .add(
                        new Button(translate("register.meanwhile.on"), click -> close()),
                        new Button(translate("register.meanwhile.theirs"), click -> {
                            close();
                            onTheirs.run();
                        }),
                        own);
    }
}
