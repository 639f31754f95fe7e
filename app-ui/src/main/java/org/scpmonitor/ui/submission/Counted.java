package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import org.scpmonitor.ui.component.NumberText;

/** Numbers in phrases of the reader's language. */
public final class Counted {
    private static final long KILO = 1 << 10;
    private static final long MEGA = 1 << 20;

    private Counted() {}

    /** The phrase of this key, whose parameters are the number for choosing the form, and its text. */
    public static String of(String key, long number) {
        return translate(key, number, number(number));
    }

    public static String number(long number) {
        return new NumberText(UI.getCurrent().getLocale()).of(number);
    }

    /** A file's size in bytes, kB or MB, of 1,024 each. */
    public static String bytes(long size) {
        if (size < KILO) {
            return translate("submission.bytes", number(size));
        }
        return size < MEGA
                ? translate("submission.kilobytes", number((size + KILO / 2) / KILO))
                : translate("submission.megabytes", number((size + MEGA / 2) / MEGA));
    }
}
