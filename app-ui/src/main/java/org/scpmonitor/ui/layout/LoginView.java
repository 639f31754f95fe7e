package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.scpmonitor.config.ScpSettings;
import org.scpmonitor.security.DemoAccounts;
import org.scpmonitor.ui.component.Note;

/** The door. With demonstration data the demo accounts are listed, and a click signs in with one. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final Div problem = new Div();

    LoginView(ScpSettings settings) {
        addClassName("login");
        Div door = new Div(new Brand(), card());
        door.addClassName("stack");
        if (settings.demo()) {
            door.add(demoAccounts());
        }
        door.add(new Div(new LanguageSwitch()));
        add(door);
    }

    private Component card() {
        Div card = new Div(
                new H1(translate("login.title")), new Paragraph(translate("login.why")), problem, SignInForm.blank());
        card.addClassNames("card", "stack");
        return card;
    }

    private static Component demoAccounts() {
        Div accounts = new Div();
        accounts.addClassName("accounts");
        DemoAccounts.names().forEach(name -> accounts.add(SignInForm.filled(name, DemoAccounts.PASSWORD)));
        Paragraph says = new Paragraph(translate("login.demo.text", DemoAccounts.PASSWORD));
        says.addClassName("sub");
        Div card = new Div(new H2(translate("login.demo")), says, accounts);
        card.addClassNames("card", "stack");
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        problem.removeAll();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("error")
                .map(kind -> kind.equals("locked") ? "login.error.locked" : "login.error")
                .ifPresent(key -> problem.add(new Note(Note.Kind.ERROR, translate(key))));
    }

    @Override
    public String getPageTitle() {
        return translate("login.title") + " · SCP Monitor";
    }
}
