package org.scpmonitor.ui.account;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.mail.Contact;
import org.scpmonitor.mail.Contacts;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** One's address, the language of one's mails, and which of them are wanted. */
@Route(Pages.ACCOUNT)
@PermitAll
class AccountView extends Page implements HasDynamicTitle {
    private static final List<String> LANGUAGES = List.of("es", "en", "de");

    private final Contacts contacts;
    private final CurrentViewer viewers;
    private final EmailField email = new EmailField(translate("account.email"));
    private final Select<String> language = new Select<>();
    private final Checkbox reminders = new Checkbox(translate("account.reminders"));
    private final Checkbox notices = new Checkbox(translate("account.notices"));
    private final Div said = new Div();

    AccountView(Contacts contacts, CurrentViewer viewers) {
        this.contacts = contacts;
        this.viewers = viewers;
        Viewer viewer = viewers.get();
        Contact contact = contacts.find(viewer.requireUserId()).orElseThrow();
        email.setClearButtonVisible(true);
        email.setHelperText(translate("account.email.says"));
        email.setErrorMessage(translate("account.email.wrong"));
        String address = contact.email();
        email.setValue(address == null ? "" : address);
        language.setLabel(translate("account.language"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(code -> translate("account.language." + code));
        language.setValue(contact.language().getLanguage());
        reminders.setValue(contact.reminders());
        notices.setValue(contact.notices());
        said.getElement().setAttribute("role", "status");
        Button save = new Button(translate("account.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(
                email,
                language,
                reminders,
                notices,
                new Note(Note.Kind.PLAIN, translate("account.due")),
                new Div(save));
        form.addClassNames("card", "stack", "account");
        add(head(translate("account.title"), new Span(viewer.displayName() + " · " + viewer.username())), said, form);
    }

    private void save() {
        said.removeAll();
        String address = email.getValue().strip();
        if (!address.isEmpty() && !Contact.isAddress(address)) {
            email.setInvalid(true);
            return;
        }
        contacts.save(
                viewers.get().requireUserId(),
                address.isEmpty() ? null : address,
                Locale.of(language.getValue()),
                reminders.getValue(),
                notices.getValue());
        said.add(new Note(Note.Kind.OK, translate("account.saved")));
    }

    @Override
    public String getPageTitle() {
        return translate("account.title") + " · SCP Monitor";
    }
}
