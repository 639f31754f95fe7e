package org.scpmonitor.ui.progress;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;

/** A field for a day that speaks the reader's language. */
public class DayPicker extends DatePicker {
    public DayPicker(String label) {
        Locale locale = UI.getCurrent().getLocale();
        setLabel(label);
        setLocale(locale);
        setI18n(FilterBar.words(locale));
    }
}
