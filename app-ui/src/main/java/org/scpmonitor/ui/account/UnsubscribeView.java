package org.scpmonitor.ui.account;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.scpmonitor.mail.Contact;
import org.scpmonitor.mail.Contacts;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/**
 * Where a mail's link leads: one click stops reminders and notices, without signing in. Opening the page alone stops
 * nothing, for mail programs open links to look at them.
 */
@Route(Pages.UNSUBSCRIBE)
@AnonymousAllowed
class UnsubscribeView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Contacts contacts;

    UnsubscribeView(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        add(head(translate("account.unsubscribe"), new Span(translate("account.unsubscribe.says"))));
        contacts.find(token)
                .ifPresentOrElse(
                        this::ask, () -> add(new Note(Note.Kind.ERROR, translate("account.unsubscribe.unknown"))));
    }

    private void ask(Contact contact) {
        Div card = new Div(new Paragraph(translate("account.unsubscribe.ask", contact.displayName())));
        card.addClassNames("card", "stack", "account");
        Button stop = new Button(translate("account.unsubscribe.stop"), click -> {
            contacts.unsubscribe(contact.userId());
            card.removeAll();
            card.add(new Note(Note.Kind.OK, translate("account.unsubscribe.done")));
        });
        stop.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.getElement().setAttribute("role", "status");
        card.add(new Note(Note.Kind.PLAIN, translate("account.due")), new Div(stop));
        add(card);
    }

    @Override
    public String getPageTitle() {
        return translate("account.unsubscribe") + " · SCP Monitor";
    }
}
