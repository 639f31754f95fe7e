package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;

/** There is nothing at this address, or nothing that this visitor may know of. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnknownAddress extends InsteadOfPage implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(
                Icon.SEARCH,
                translate("trouble.unknown"),
                translate("trouble.unknown.says", event.getLocation().getPath()),
                Pages.link(Pages.OVERVIEW, translate("nav.monitoring.overview")),
                Pages.link(Pages.INDICATORS, translate("nav.monitoring.indicators")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
