package org.scpmonitor.ui.layout;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.stereotype.Component;

/**
 * The screens' texts. The first word of a key names its bundle under {@code i18n/}: {@code overview.title} stands in
 * {@code overview.properties} (Spanish), {@code overview_en.properties} and {@code overview_de.properties}. Texts are
 * {@link MessageFormat} patterns where parameters are given, and plain otherwise.
 */
@Component
class Messages implements I18NProvider {
    private static final Control SPANISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Spanish with a comma or a point as its speakers write numbers, English, German. The first is the default. */
    static final List<Locale> LOCALES = List.of(
            Locale.of("es", "CL"),
            Locale.of("es", "CO"),
            Locale.of("es", "MX"),
            Locale.of("es", "PE"),
            Locale.ENGLISH,
            Locale.GERMAN);

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    /** @throws MissingResourceException if there is no such text, which is a bug that a test finds */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        String text = ResourceBundle.getBundle("i18n." + key.substring(0, key.indexOf('.')), locale, SPANISH_OTHERWISE)
                .getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }
}
