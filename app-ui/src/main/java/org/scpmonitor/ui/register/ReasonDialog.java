package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** A step that the history keeps with its reason; without one it isn't taken. */
class ReasonDialog extends Dialog {
    private static final int MOST = 2_000;

    private final TextArea reason = new TextArea(translate("register.reason"));

    ReasonDialog(String title, String says, String act, Consumer<String> onAct) {
        this(title, new Paragraph(says), act, onAct);
    }

    /** @param content what is to be seen before */
    ReasonDialog(String title, Component content, String act, Consumer<String> onAct) {
        setHeaderTitle(title);
        setWidth("min(48rem, 100%)");
        reason.setRequired(true);
        reason.setMaxLength(MOST);
        reason.setWidthFull();
        reason.setHelperText(translate("register.reason.help"));
        Button take = new Button(act, click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.setErrorMessage(translate("register.reason.missing"));
                reason.focus();
            } else {
                close();
                onAct.accept(reason.getValue().strip());
            }
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div body = new Div(content, reason);
        body.addClassName("stack");
        add(body);
        getFooter().add(new Button(translate("submission.leave"), click -> close()), take);
    }
}
