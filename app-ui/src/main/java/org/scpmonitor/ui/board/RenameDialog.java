package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.board.Boards;

/** Asks for a chart's name; an empty one calls it by what it shows. */
class RenameDialog extends Dialog {
    RenameDialog(String name, Consumer<Optional<String>> onName) {
        setHeaderTitle(translate("board.rename"));
        TextField field = new TextField(translate("board.name"));
        field.setHelperText(translate("board.name.help"));
        field.setMaxLength(Boards.LONGEST_NAME);
        field.setValue(name.length() > Boards.LONGEST_NAME ? name.substring(0, Boards.LONGEST_NAME) : name);
        field.setWidthFull();
        field.setAutofocus(true);
        field.setAutoselect(true);
        Button save = new Button(translate("board.save"), click -> {
            onName.accept(Optional.of(field.getValue().strip()).filter(each -> !each.isEmpty()));
            close();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(field);
        getFooter().add(new Button(translate("board.cancel"), click -> close()), save);
    }
}
