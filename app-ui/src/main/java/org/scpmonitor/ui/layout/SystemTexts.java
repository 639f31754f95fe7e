package org.scpmonitor.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import java.util.Locale;

/** What the browser says by itself, in the reader's language: the session has ended, the server doesn't answer. */
final class SystemTexts {
    private static final Messages TEXTS = new Messages();

    private SystemTexts() {}

    static SystemMessages of(SystemMessagesInfo asked) {
        Locale locale = asked.getLocale();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(TEXTS.getTranslation("trouble.ended", locale));
        messages.setSessionExpiredMessage(TEXTS.getTranslation("trouble.ended.says", locale));
        messages.setInternalErrorCaption(TEXTS.getTranslation("trouble.failed", locale));
        messages.setInternalErrorMessage(TEXTS.getTranslation("trouble.gaveup", locale));
        return messages;
    }

    static void speak(UI ui) {
        Locale locale = ui.getLocale();
        ui.getReconnectDialogConfiguration().setDialogText(TEXTS.getTranslation("trouble.reconnecting", locale));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(TEXTS.getTranslation("trouble.gaveup", locale));
    }
}
