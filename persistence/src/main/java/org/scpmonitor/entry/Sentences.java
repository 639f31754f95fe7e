package org.scpmonitor.entry;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.scpmonitor.text.Text;

/** Titles that are made of other things' names. */
final class Sentences {
    private static final Locale SPANISH = Locale.of("es");

    private Sentences() {}

    /** The pattern {@code title.KEY} of the words, filled in in each language. */
    static Text of(String key, Function<Locale, List<?>> arguments) {
        return new Text(
                in(SPANISH, key, arguments), in(Locale.ENGLISH, key, arguments), in(Locale.GERMAN, key, arguments));
    }

    private static String in(Locale locale, String key, Function<Locale, List<?>> arguments) {
        return new MessageFormat(Labels.in(locale).text("title." + key), locale)
                .format(arguments.apply(locale).toArray());
    }

    /** The same with something behind it, in each language that it has. */
    static Text with(Text text, String more) {
        return new Text(with(text.es(), more), with(text.en(), more), with(text.de(), more));
    }

    private static String with(String text, String more) {
        return text.isBlank() ? text : text + more;
    }
}
