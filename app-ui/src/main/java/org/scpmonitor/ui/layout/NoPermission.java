package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;

/** The account may not enter this page. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoPermission extends InsteadOfPage implements HasErrorParameter<AccessDeniedException> {
    private final CurrentViewer viewers;

    NoPermission(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        say(
                Icon.LOCK,
                translate("trouble.denied"),
                translate("trouble.denied.says", viewers.get().username()),
                Pages.link(Pages.OVERVIEW, translate("nav.monitoring.overview")),
                Pages.link(Pages.ACCOUNT, translate("account.title")));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
