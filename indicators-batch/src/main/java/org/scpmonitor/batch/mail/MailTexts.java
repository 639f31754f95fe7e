package org.scpmonitor.batch.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of mails in a language; Spanish serves whoever speaks another one than English and German. */
public record MailTexts(Locale language) {

    /** @throws java.util.MissingResourceException where there is no such text, which is a bug */
    public String of(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(
                        "org.scpmonitor.batch.mail.mail",
                        language,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }
}
