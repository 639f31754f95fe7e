package org.scpmonitor.ui.layout;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.scpmonitor.ui.component.Pages;
import org.springframework.stereotype.Component;

/** What every browser window starts with: its language, its colour scheme, and the files that the first chart needs. */
@Component
class Bootstrap implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(session -> Optional.ofNullable(Language.remembered(session.getRequest()))
                        .ifPresent(session.getSession()::setLocale));
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(Failure::tell));
        event.getSource().setSystemMessagesProvider(SystemTexts::of);
        event.getSource().addUIInitListener(init -> {
            SystemTexts.speak(init.getUI());
            Language.of(init.getUI().getLocale()).announce(init.getUI());
            init.getUI().addBeforeEnterListener(Language::follow);
            init.getUI().addAfterNavigationListener(Language::keep);
        });
        event.addIndexHtmlRequestListener(Bootstrap::prepare);
    }

    private static void prepare(IndexHtmlResponse response) {
        Document page = response.getDocument();
        ColorChoice.remembered(response.getVaadinRequest()).ifPresent(choice -> choice.paint(page));
        if (!"/login".equals(response.getVaadinRequest().getPathInfo())) {
            preload(page, "webjars/chart.js/4.5.1/dist/chart.umd.min.js", "script");
            preload(page, "scp/chart/scp-chart.js", "script");
        }
        String path = response.getVaadinRequest().getPathInfo();
        if (path != null && path.startsWith("/" + Pages.SHARED + "/")) {
            page.head().appendElement("meta").attr("name", "robots").attr("content", "noindex, nofollow");
            page.head().appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
            response.getVaadinResponse().setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        preload(page, "scp/InterVariable.woff2", "font")
                .attr("type", "font/woff2")
                .attr("crossorigin", "");
        page.head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("href", "scp/icon.svg")
                .attr("type", "image/svg+xml");
    }

    private static Element preload(Document page, String href, String as) {
        return page.head()
                .appendElement("link")
                .attr("rel", "preload")
                .attr("href", href)
                .attr("as", as);
    }
}
