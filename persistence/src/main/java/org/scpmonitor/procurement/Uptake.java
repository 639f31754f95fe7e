package org.scpmonitor.procurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.measure.Rounding;

/**
 * How far a criterion is taken up in a country, period by period: what meets it over all that is bought, both as the country's
 * figures. A period has a share where both figures are there and something was bought.
 */
public record Uptake(List<Share> shares) {

    public Uptake {
        shares = List.copyOf(shares);
    }

    /**
     * @param value of what is bought, from 0; above 1 only where more is reported to meet it than was bought
     * @param meeting the figure of what meets it; null where the share itself is what is published
     * @param purchases the figure of all purchases, or of the published share
     */
    public record Share(
            ReportingPeriod period,
            BigDecimal value,
            @Nullable Point meeting,
            Point purchases) {

        /** Whether somebody is missing in either figure, or others reported the one than the other. */
        public boolean partial() {
            return purchases.partial()
                    || meeting != null && (meeting.partial() || meeting.reported() != purchases.reported());
        }

        /** How many institutions reported both, at most. */
        public int reported() {
            return meeting == null ? purchases.reported() : Math.min(meeting.reported(), purchases.reported());
        }

        public int expected() {
            return meeting == null ? purchases.expected() : Math.max(meeting.expected(), purchases.expected());
        }
    }

    /** @param meeting and purchases in order of time, in one unit */
    public static Uptake of(List<Point> meeting, List<Point> purchases) {
        return new Uptake(purchases.stream()
                .filter(each -> each.value().signum() > 0)
                .flatMap(all -> meeting.stream()
                        .filter(each -> each.period().equals(all.period()))
                        .map(part -> new Share(
                                all.period(), part.value().divide(all.value(), Rounding.TWENTY_DIGITS), part, all)))
                .toList());
    }

    /** @param shares as they are published, in per cent */
    public static Uptake published(List<Point> shares) {
        return new Uptake(shares.stream()
                .map(each -> new Share(each.period(), each.value().movePointLeft(2), null, each))
                .toList());
    }

    public Optional<Share> latest() {
        return shares.isEmpty() ? Optional.empty() : Optional.of(shares.getLast());
    }
}
