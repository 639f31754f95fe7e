package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** A plain form that the browser itself sends, so that password managers know it and it works over a slow line. */
@Tag("form")
final class SignInForm extends Component {
    private SignInForm() {
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        if (VaadinServletRequest.getCurrent() != null
                && VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName())
                        instanceof CsrfToken token) {
            input("hidden", token.getParameterName(), token.getToken());
        }
    }

    static SignInForm blank() {
        SignInForm form = new SignInForm();
        form.field("text", "username", translate("login.user"), "username");
        form.field("password", "password", translate("login.password"), "current-password");
        form.button(translate("login.submit"), "btn pri");
        return form;
    }

    /** One click signs in with this account. */
    static SignInForm filled(String username, String password) {
        SignInForm form = new SignInForm();
        form.input("hidden", "username", username);
        form.input("hidden", "password", password);
        form.button(username, "");
        return form;
    }

    private void field(String type, String name, String text, String autocomplete) {
        Element label = new Element("label").setText(text);
        Element input = new Element("input")
                .setAttribute("type", type)
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("required", true);
        label.appendChild(input);
        getElement().appendChild(label);
    }

    private void input(String type, String name, String value) {
        getElement()
                .appendChild(new Element("input")
                        .setAttribute("type", type)
                        .setAttribute("name", name)
                        .setAttribute("value", value));
    }

    private void button(String text, String style) {
        Element button = new Element("button").setText(text).setAttribute("type", "submit");
        if (!style.isEmpty()) {
            button.setAttribute("class", style);
        }
        getElement().appendChild(button);
    }
}
