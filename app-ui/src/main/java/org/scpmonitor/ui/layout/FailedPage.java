package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;

/** A page that couldn't be made. The address, and with it every filter, stays. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailedPage extends InsteadOfPage implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String code = Failure.log(event.getLocation().getPathWithQueryParameters(), parameter.getException());
        say(
                Icon.WARNING,
                translate("trouble.failed"),
                translate("trouble.failed.says", code),
                new Button(
                        translate("trouble.retry"),
                        Icon.REDO.small(),
                        click -> UI.getCurrent().getPage().reload()),
                Pages.link(Pages.OVERVIEW, translate("nav.monitoring.overview")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
