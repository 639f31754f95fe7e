package org.scpmonitor.entry;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words for kinds, fields and choices in one language; the bundle {@code words} holds them. */
public final class Labels {
    private static final String BUNDLE = "org.scpmonitor.entry.words";
    private static final Control SPANISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    private Labels(ResourceBundle words) {
        this.words = words;
    }

    public static Labels in(Locale locale) {
        return new Labels(ResourceBundle.getBundle(BUNDLE, locale, SPANISH_OTHERWISE));
    }

    /** What one entry of the kind is called. */
    public String kind(Kind kind) {
        return text("kind." + kind.code());
    }

    /** What all of the kind are called. */
    public String kinds(Kind kind) {
        return text("kinds." + kind.code());
    }

    /** What a field is called: as its own record names it, or as all that have it do. */
    public String field(Field field) {
        String own = "field." + field.component().getDeclaringRecord().getSimpleName() + "." + field.name();
        return words.containsKey(own) ? words.getString(own) : text("field." + field.name());
    }

    /** What a choice is called: as its own record names it, or as all that have it do. */
    public String choice(Enum<?> choice) {
        Class<?> of = choice.getDeclaringClass();
        String name = of.getSimpleName() + "." + choice.name();
        Class<?> within = of.getEnclosingClass();
        String own = within == null ? "" : "choice." + within.getSimpleName() + "." + name;
        return words.containsKey(own) ? words.getString(own) : text("choice." + name);
    }

    /** What the column of entries' codes is called. */
    public String code() {
        return text("code");
    }

    /** What it is called that an entry was made up to show how the register works. */
    public String illustrative() {
        return text("illustrative");
    }

    /** What it is called where an entry is taken from. */
    public String source() {
        return text("source");
    }

    /** @throws MissingResourceException where nobody wrote it */
    String text(String key) {
        return words.getString(key);
    }
}
