package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.ErrorEvent;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.scpmonitor.ui.component.Icon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** What went wrong with no fault of the reader: it is told with a code that stands in the log, too. */
final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    /** Logs it; gives the code that it can be found by. */
    static String log(String where, Throwable cause) {
        String code = HexFormat.of().withUpperCase().toHexDigits((short)
                ThreadLocalRandom.current().nextInt());
        LOG.error("Failure {} at /{}", code, where, cause);
        return code;
    }

    /** A step failed on a page that stays as it is. Who left the page is told nothing. */
    static void tell(ErrorEvent failed) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failed.getThrowable())) {
            LOG.info(
                    "Somebody left before the answer came: {}",
                    failed.getThrowable().getMessage());
            return;
        }
        UI ui = UI.getCurrent();
        if (ui == null) {
            log("", failed.getThrowable());
            return;
        }
        String code =
                log(ui.getInternals().getActiveViewLocation().getPathWithQueryParameters(), failed.getThrowable());
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(translate("trouble.step"));
        dialog.setRole("alertdialog");
        dialog.setMaxWidth("32rem");
        dialog.add(new Paragraph(translate("trouble.step.says", code)));
        Button again = new Button(
                translate("trouble.reload"),
                Icon.REDO.small(),
                click -> ui.getPage().reload());
        Button close = new Button(translate("trouble.close"), click -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(again, close);
        dialog.open();
    }
}
