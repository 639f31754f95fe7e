package org.scpmonitor.ui.layout;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of the screens: as the address says ({@code lang}), else as chosen before (a cookie), else as the
 * browser asks. Numbers follow the browser's country where it speaks the chosen language.
 */
enum Language {
    ES,
    EN,
    DE;

    static final String PARAMETER = "lang";
    private static final String COOKIE = "scp-lang";

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Language of(Locale locale) {
        return parse(locale.getLanguage()).orElse(ES);
    }

    static Optional<Language> parse(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** The locale that a new session starts with; null leaves it to what the browser asks for. */
    static @Nullable Locale remembered(VaadinRequest request) {
        return cookie(request, COOKIE)
                .flatMap(Language::parse)
                .map(each -> each.locale(request))
                .orElse(null);
    }

    /** Takes the language from the address, if it names one. */
    static void follow(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PARAMETER)
                .flatMap(Language::parse)
                .ifPresent(asked -> {
                    UI ui = event.getUI();
                    ComponentUtil.setData(ui, Language.class, asked);
                    if (of(ui.getLocale()) != asked) {
                        Locale locale = asked.locale(VaadinService.getCurrentRequest());
                        VaadinSession.getCurrent().setLocale(locale);
                        ui.setLocale(locale);
                        asked.announce(ui);
                    }
                    asked.remember();
                });
    }

    /** Puts the language back into the address where an earlier one of this window named it, so that it can be passed on. */
    static void keep(AfterNavigationEvent event) {
        UI ui = UI.getCurrent();
        Language asked = ComponentUtil.getData(ui, Language.class);
        if (asked != null
                && event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(PARAMETER)
                        .isEmpty()) {
            ui.getPage()
                    .executeJs(
                            "const address = new URL(location);"
                                    + " address.searchParams.set($0, $1);"
                                    + " history.replaceState(history.state, '', address)",
                            PARAMETER,
                            asked.code());
        }
    }

    /** Tells the browser, and by it screen readers, what language the page is in. */
    void announce(UI ui) {
        ui.getPage().executeJs("document.documentElement.lang = $0", code());
    }

    private void remember() {
        if (VaadinResponse.getCurrent() != null) {
            Cookie cookie = new Cookie(COOKIE, code());
            cookie.setPath("/");
            cookie.setMaxAge(365 * 24 * 3600);
            cookie.setAttribute("SameSite", "Lax");
            VaadinResponse.getCurrent().addCookie(cookie);
        }
    }

    private Locale locale(@Nullable VaadinRequest request) {
        List<Locale> own = Messages.LOCALES.stream()
                .filter(each -> each.getLanguage().equals(code()))
                .toList();
        return Optional.ofNullable(request)
                .map(VaadinRequest::getLocale)
                .filter(own::contains)
                .orElse(own.getFirst());
    }

    static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(each -> each.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
