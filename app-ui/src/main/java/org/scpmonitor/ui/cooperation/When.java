package org.scpmonitor.ui.cooperation;

import java.util.Locale;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.ui.component.DateText;

/** A date as exactly as it is known, as all screens write dates. */
final class When {
    private When() {}

    static String of(PartialDate date, Locale locale) {
        return date.text().length() == 10
                ? new DateText(locale).day(date.first())
                : date.in(locale).replace(".", "");
    }
}
