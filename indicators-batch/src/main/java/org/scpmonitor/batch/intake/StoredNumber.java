package org.scpmonitor.batch.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The number of a workbook's cell, from the text that the file stores for it. A spreadsheet computes with binary numbers
 * and shows 15 significant digits of them; the 16th and 17th that it stores are noise of that computation
 * (0.1 + 0.2 is stored as 0.30000000000000004). So a text of up to 15 significant digits is taken exactly as it stands,
 * and a longer one is rounded to 15, which is the number that the person saw.
 */
final class StoredNumber {

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LONGEST = 64;

    private StoredNumber() {}

    /** Empty for what isn't a number of at most ±10^100. */
    static Optional<BigDecimal> of(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal stored;
        try {
            stored = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (Math.abs((long) stored.precision() - stored.scale()) > NumberText.MOST_EXPONENT && stored.signum() != 0) {
            return Optional.empty();
        }
        if (stored.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.of(
                stored.precision() > SHOWN.getPrecision()
                        ? plain(stored.round(SHOWN).stripTrailingZeros())
                        : plain(stored));
    }

    /** Without a power of ten, so that it reads as people write it. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
