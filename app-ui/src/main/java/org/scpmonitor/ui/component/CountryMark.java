package org.scpmonitor.ui.component;

import java.util.Locale;

/**
 * By what a country is known in charts and cards: a colour token and a point shape, always beside its name. Countries
 * outside the cooperation share one neutral mark.
 */
public enum CountryMark {
    CHILE("CL", "chl", "<circle cx=\"6\" cy=\"6\" r=\"5\"/>"),
    MEXICO("MX", "mex", "<path d=\"M6 .8 11.6 10.8H.4z\"/>"),
    COLOMBIA("CO", "col", "<path d=\"M6 .2 11.8 6 6 11.8.2 6z\"/>"),
    PERU("PE", "per", "<rect x=\"1.2\" y=\"1.2\" width=\"9.6\" height=\"9.6\"/>"),
    GERMANY("DE", "deu", "<path d=\"M4.3 1h3.4v3.3H11v3.4H7.7V11H4.3V7.7H1V4.3h3.3z\"/>"),
    OTHER("", "other", "<circle cx=\"6\" cy=\"6\" r=\"5\"/>");

    private final String code;
    private final String token;
    private final String shape;

    CountryMark(String code, String token, String shape) {
        this.code = code;
        this.token = token;
        this.shape = shape;
    }

    /** The mark of the country with this two-letter ISO code. */
    public static CountryMark of(String code) {
        for (CountryMark mark : values()) {
            if (mark.code.equals(code)) {
                return mark;
            }
        }
        return OTHER;
    }

    /** What the country with this two-letter ISO code is called in a language. */
    public static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    /** The name under which stylesheet and chart script know it: {@code chl}, {@code mex} … */
    public String token() {
        return token;
    }

    public SvgImage image() {
        return new SvgImage(
                "<svg class=\"sh %s\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">%s</svg>".formatted(token, shape));
    }
}
