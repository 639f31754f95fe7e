package org.scpmonitor.ui.component;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as a reader of this language sees them: grouped from 1.000 on, with the true minus sign. Rounded for display
 * only; nothing is computed from what is displayed.
 */
public record NumberText(Locale locale) {
    private static final BigDecimal TOO_LARGE_FOR_DECIMALS = BigDecimal.valueOf(10_000);

    /** One decimal; none from 10,000 on, and three below 1, where one would say nothing. */
    public String of(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(TOO_LARGE_FOR_DECIMALS) >= 0) {
            return of(value, 0);
        }
        return of(value, size.signum() != 0 && size.compareTo(BigDecimal.ONE) < 0 ? 3 : 1);
    }

    public String of(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return print(format, value);
    }

    /** Every digit that is stored. */
    public String full(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return print(format, value);
    }

    /** As {@link #of(BigDecimal)}, with a sign before what grew. */
    public String signed(BigDecimal value) {
        return value.signum() > 0 ? "+" + of(value) : of(value);
    }

    /** A share of one as whole per cent; English puts no space before the sign. */
    public String percent(BigDecimal share) {
        String number = of(share.movePointRight(2), 0);
        return locale.getLanguage().equals("en") ? number + "%" : number + "\u00a0%";
    }

    public String of(long count) {
        return of(BigDecimal.valueOf(count), 0);
    }

    private static String print(NumberFormat format, BigDecimal value) {
        if (format instanceof DecimalFormat decimal) {
            var symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign('\u2212');
            decimal.setDecimalFormatSymbols(symbols);
            decimal.setGroupingSize(3);
            decimal.setGroupingUsed(true);
        }
        return format.format(value);
    }
}
