package org.scpmonitor.formula;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.scpmonitor.entry.Tally;
import org.scpmonitor.text.Text;

/** What the register counts, as formulas name it. */
public final class Tallies {

    static final Map<String, Vocabulary.Tally> ALL = all();

    private Tallies() {}

    /** What it is called; its code where nothing is counted under it any more. */
    public static Text name(String code) {
        Vocabulary.Tally tally = ALL.get(code);
        return tally == null ? new Text(code, code, code) : tally.name();
    }

    private static Map<String, Vocabulary.Tally> all() {
        ResourceBundle spanish = words("es");
        ResourceBundle english = words("en");
        ResourceBundle german = words("de");
        Map<String, Vocabulary.Tally> all = new LinkedHashMap<>();
        for (Tally tally : Tally.values()) {
            String code = tally.code();
            Text name = new Text(spanish.getString(code), english.getString(code), german.getString(code));
            all.put(code, new Vocabulary.Tally(code, name));
        }
        return all;
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "org.scpmonitor.formula.tallies",
                Locale.of(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
