package org.scpmonitor.assignment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Text;

/**
 * What an institution is to report for a period, with what helps to fill it in: a row for each assignment and each of
 * its periods within the one asked for.
 *
 * @param rows by theme and indicator, then by period and disaggregation
 */
public record ReportingSheet(Reporter institution, ReportingPeriod period, List<Row> rows) {

    /** The institution that is to report. */
    public record Reporter(int id, String code, String name, String country) {}

    /**
     * One value to report.
     *
     * @param indicator its code
     * @param disaggregation {@code DIMENSION=CODE} pairs; empty for the total
     * @param disaggregationName the codes' names; empty for the total
     * @param unit of the indicator, in UCUM's spelling
     * @param units in which it may be reported, the indicator's own among them, by size
     * @param before the latest value that is known of an earlier period of the same length; null where none is
     * @param stored what is known of the period now; null where nothing is
     * @param goals what the institution's programmes want to reach; none for a part of a total
     */
    public record Row(
            String indicator,
            Text name,
            Text theme,
            String disaggregation,
            Text disaggregationName,
            ReportingPeriod period,
            String unit,
            List<String> units,
            @Nullable Known before,
            @Nullable Known stored,
            List<Goal> goals) {

        /** The unit to begin with: the one reported last where it may be, else the indicator's own. */
        public String usualUnit() {
            Known latest = stored != null ? stored : before;
            return latest == null
                    ? unit
                    : Units.find(latest.reportedUnit())
                            .map(Unit::code)
                            .filter(units::contains)
                            .orElse(unit);
        }
    }

    /**
     * A value that was accepted.
     *
     * @param amount in the indicator's unit; null where the status says that there is none
     * @param reported as it was reported; null where there is none
     * @param reportedUnit as it was written
     * @param status one letter of the long table; empty for a final value
     * @param submission number of the submission that brought it
     */
    public record Known(
            ReportingPeriod period,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal reported,
            String reportedUnit,
            String status,
            String comment,
            long submission) {}

    /**
     * A programme's target for the period, or for the next one that has a target.
     *
     * @param programme its code
     * @param amount in the indicator's unit
     * @param conditional whether it depends on something outside the programme
     */
    public record Goal(String programme, ReportingPeriod period, BigDecimal amount, boolean conditional) {}

    /**
     * What the rows ask for, in sixteen hexadecimal digits: the same as long as assignments, periods and units stay the
     * same, whatever is reported.
     */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Row row : rows) {
                String asked = String.join("\t", row.indicator, row.disaggregation, row.period.toString(), row.unit);
                digest.update((asked + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
