package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;

/** Who is signed in, with the way out; or the way in. */
final class UserMenu {
    private UserMenu() {}

    static Component of(AuthenticationContext authentication) {
        return authentication
                .getPrincipalName()
                .<Component>map(name -> signedIn(name, authentication))
                .orElseGet(UserMenu::signIn);
    }

    private static Component signedIn(String name, AuthenticationContext authentication) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        menu.addClassName("user");
        Span label = new Span(name);
        label.addClassName("user-name");
        Span button = new Span(Icon.USER.image(), label);
        button.addClassName("row");
        var user = menu.addItem(button);
        user.setAriaLabel(translate("shell.user", name));
        user.getSubMenu()
                .addItem(translate("account.title"), click -> UI.getCurrent().navigate(Pages.ACCOUNT));
        user.getSubMenu().addItem(translate("shell.logout"), click -> authentication.logout());
        return menu;
    }

    private static Component signIn() {
        Span label = new Span(translate("shell.login"));
        label.addClassName("user-name");
        Anchor link = new Anchor("login");
        link.add(Icon.USER.image(), label);
        link.addClassNames("row", "user", "nowrap");
        link.getElement().setAttribute("aria-label", translate("shell.login"));
        return link;
    }
}
