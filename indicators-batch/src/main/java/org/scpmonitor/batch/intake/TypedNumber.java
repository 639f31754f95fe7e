package org.scpmonitor.batch.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/** A number as somebody types it, in the number format of their language: read as the cells of a file are. */
public sealed interface TypedNumber {

    /** @param ambiguous whether the other number format would read another number from it */
    record Read(BigDecimal value, boolean ambiguous) implements TypedNumber {}

    record Unreadable(Finding finding) implements TypedNumber {}

    record Nothing() implements TypedNumber {}

    static TypedNumber of(String text, NumberFormat format) {
        String bare = Blanks.strip(text);
        if (bare.isEmpty()) {
            return new Nothing();
        }
        return switch (NumberText.of(bare)) {
            case NumberText.Clear(BigDecimal value, @Nullable NumberFormat needed) ->
                needed == null || needed == format
                        ? new Read(value, false)
                        : unreadable(
                                FindingCode.CONTRADICTING_NUMBER,
                                bare,
                                String.valueOf(format.decimal()),
                                String.valueOf(format.other().decimal()));
            case NumberText.Ambiguous readings -> new Read(readings.in(format), true);
            case NumberText.OutOfBounds _ -> unreadable(FindingCode.NUMBER_OUT_OF_BOUNDS, bare);
            case NumberText.NoNumber _ -> unreadable(FindingCode.NOT_A_NUMBER, bare);
        };
    }

    private static Unreadable unreadable(FindingCode code, String text, String... arguments) {
        return new Unreadable(Finding.onCell(code, "", 1, 1, text, arguments));
    }
}
