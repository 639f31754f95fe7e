package org.scpmonitor.ui.procurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.procurement.ImpactChain;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.procurement.Purchases;
import org.scpmonitor.procurement.Uptake;
import org.scpmonitor.procurement.WhatIf;

/** What is measured of a criterion in its country. */
record Measures(Criterion criterion, Purchases purchases) {

    List<Point> points(@Nullable String indicator) {
        return purchases
                .find(indicator)
                .map(each -> each.in(criterion.country()))
                .orElse(List.of());
    }

    /** By quantity, or as it is published. */
    Uptake uptake() {
        return criterion.share() != null && criterion.purchases() == null
                ? Uptake.published(points(criterion.share()))
                : Uptake.of(points(criterion.meeting()), points(criterion.purchases()));
    }

    Uptake bySpend() {
        return Uptake.of(points(criterion.spendMeeting()), points(criterion.spend()));
    }

    Optional<Point> spend() {
        return FigureWriter.latest(points(criterion.spend()));
    }

    /** Those of its impacts that are known to the catalogue. */
    List<Purchase> impacts() {
        return criterion.impacts().stream()
                .flatMap(each -> purchases.find(each).stream())
                .toList();
    }

    Optional<Point> latest(Purchase impact) {
        return FigureWriter.latest(impact.in(criterion.country()));
    }

    Optional<ImpactChain> chain(Purchase impact) {
        return latest(impact)
                .flatMap(latest -> ImpactChain.of(impact, criterion.country(), latest.period(), purchases));
    }

    Optional<WhatIf> whatIf(Purchase impact, BigDecimal share, ReportingPeriod target) {
        return WhatIf.of(
                points(criterion.meeting()),
                points(criterion.purchases()),
                impact.in(criterion.country()),
                impact.unit(),
                share,
                target);
    }
}
