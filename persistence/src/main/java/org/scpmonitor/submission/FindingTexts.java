package org.scpmonitor.submission;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.scpmonitor.measure.Units;

/**
 * What a finding says to its reader.
 *
 * @param what what is wrong
 * @param expected what should stand there
 * @param mend what to do
 */
public record FindingTexts(String what, String expected, String mend) {

    private static final String BUNDLE = "org.scpmonitor.submission.findings";
    private static final int MOST_DECIMALS = 60;

    /** Tells a finding in Spanish, English or German; in Spanish where the locale is of another language. */
    public static FindingTexts of(Finding finding, Locale locale) {
        ResourceBundle texts =
                ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        String code = finding.code().name();
        Object[] arguments = arguments(finding, texts, locale);
        String mend = code + (isWithoutOptional(finding) ? ".mend.without" : ".mend");
        return new FindingTexts(
                tell(texts.getString(code + ".what"), arguments),
                tell(texts.getString(code + ".expected"), arguments),
                tell(texts.getString(mend), arguments));
    }

    private static String tell(String pattern, Object[] arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    private static Object[] arguments(Finding finding, ResourceBundle texts, Locale locale) {
        List<String> told = new ArrayList<>();
        told.add(finding.read());
        List<FindingArgument> kinds = finding.code().arguments();
        for (int i = 0; i < kinds.size(); i++) {
            String argument = finding.arguments().get(i);
            told.add(
                    switch (kinds.get(i).kind()) {
                        case TEXT, OPTIONAL -> argument;
                        case COLUMN -> texts.getString("column." + argument);
                        case UNIT -> Units.written(argument);
                        case NUMBER -> number(argument, locale);
                    });
        }
        return told.toArray();
    }

    /** Without grouping, which is what some findings are about. */
    private static String number(String plain, Locale locale) {
        if (plain.endsWith(FindingArgument.UNBOUNDED)) {
            return plain;
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("0", symbols);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(new BigDecimal(plain));
    }

    private static boolean isWithoutOptional(Finding finding) {
        List<FindingArgument> kinds = finding.code().arguments();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).kind() == FindingArgument.Kind.OPTIONAL
                    && finding.arguments().get(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
