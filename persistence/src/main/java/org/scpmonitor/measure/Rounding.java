package org.scpmonitor.measure;

import java.math.MathContext;
import java.math.RoundingMode;

/** The one rounding of what has no exact decimal: quotients, roots, inexact conversions. */
public final class Rounding {
    /** Twenty significant digits, half to even. */
    public static final MathContext TWENTY_DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

    private Rounding() {}
}
