package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import org.scpmonitor.ui.component.Segmented;

/** ES, EN, DE. The page is loaded again under the same address with the language in it, so that it can be passed on. */
class LanguageSwitch extends Segmented<Language> {
    LanguageSwitch() {
        super(translate("shell.language"), LanguageSwitch::reload);
        addClassName("lang");
        for (Language each : Language.values()) {
            option(each, each.name());
            button(each).getElement().setAttribute("lang", each.code());
            button(each).getElement().setAttribute("aria-label", translate("shell.language." + each.code()));
        }
        press(Language.of(UI.getCurrent().getLocale()));
    }

    private static void reload(Language chosen) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "const u = new URL(location); u.searchParams.set($0, $1); location.replace(u)",
                        Language.PARAMETER,
                        chosen.code());
    }
}
