package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.dom.DomEvent;
import org.scpmonitor.ui.component.Icon;

/** Turns light into dark and back. The browser knows which of them the system shows, so it is asked on the click. */
class SchemeToggle extends Button {
    private static final String DARK_NOW = "getComputedStyle(document.documentElement).colorScheme === 'dark'"
            + " || (!document.documentElement.hasAttribute('theme') && matchMedia('(prefers-color-scheme: dark)').matches)";

    SchemeToggle() {
        super(Icon.MOON.image());
        addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        setAriaLabel(translate("shell.scheme"));
        getElement().addEventListener("click", this::toggle).addEventData(DARK_NOW);
    }

    private void toggle(DomEvent click) {
        ColorChoice choice = click.getEventData().get(DARK_NOW).booleanValue() ? ColorChoice.LIGHT : ColorChoice.DARK;
        getUI().ifPresent(ui -> {
            ui.getPage().setColorScheme(choice.value);
            ui.getPage()
                    .executeJs(
                            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'",
                            ColorChoice.COOKIE,
                            choice.key());
        });
    }
}
