package org.scpmonitor.ui.assignment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;
import org.scpmonitor.ui.progress.FilterBar;

/** A field for a day that speaks the reader's language. */
class DayPicker extends DatePicker {
    DayPicker(String label) {
        Locale locale = UI.getCurrent().getLocale();
        setLabel(label);
        setLocale(locale);
        setI18n(FilterBar.words(locale));
    }
}
