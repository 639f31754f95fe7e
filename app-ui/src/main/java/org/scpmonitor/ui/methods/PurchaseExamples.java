package org.scpmonitor.ui.methods;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.scpmonitor.ui.methods.ExampleTable.text;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.entry.Selection.Candidate;
import org.scpmonitor.procurement.Aspect;
import org.scpmonitor.procurement.Ranking;
import org.scpmonitor.procurement.Sensitivity;
import org.scpmonitor.procurement.Uptake;
import org.scpmonitor.procurement.Weights;
import org.scpmonitor.procurement.WhatIf;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** Examples of how products are chosen and what purchases avoid. */
record PurchaseExamples(NumberText numbers) {
    private static final Weights WEIGHTS =
            new Weights(BigDecimal.valueOf(4), BigDecimal.valueOf(3), BigDecimal.valueOf(2), BigDecimal.valueOf(1));
    private static final List<Candidate> CANDIDATES =
            List.of(candidate("A", 4, 5, 3, 4), candidate("B", 5, 3, 4, 3), candidate("C", 3, 4, 5, 4));
    private static final ReportingPeriod LATEST = ReportingPeriod.year(2025);
    private static final ReportingPeriod TARGET = ReportingPeriod.year(2030);
    private static final String EMISSIONS = "t{CO2e}";
    /** Litres of diesel a vehicle, and kilograms of CO2e a litre. */
    private static final BigDecimal SAVED = new BigDecimal("180");

    private static final BigDecimal FACTOR = new BigDecimal("2.7178");
    private static final List<Point> BOUGHT = figure("6000");
    private static final List<Point> MEETING = figure("2000");

    ExampleTable ranking() {
        String weights = Stream.of(Aspect.values())
                .map(each -> numbers.full(WEIGHTS.of(each)))
                .collect(Collectors.joining(" : "));
        return ExampleTable.of(
                List.of("candidate", "points.aspects", "weights", "mean", "rank"),
                Ranking.of(CANDIDATES, WEIGHTS).places().stream()
                        .map(each -> List.<Component>of(
                                text(each.product()),
                                text(Stream.of(Aspect.values())
                                        .map(aspect -> numbers.full(aspect.score(each.candidate())))
                                        .collect(Collectors.joining(" · "))),
                                text(weights),
                                text(numbers.of(each.score(), 2)),
                                text(Integer.toString(each.rank()))))
                        .toList());
    }

    /** Who comes first of those of {@link #ranking()}, if one is chosen. */
    ExampleTable sensitivity() {
        Sensitivity sensitivity = Sensitivity.of(CANDIDATES, WEIGHTS, 1);
        return ExampleTable.of(
                List.of("candidate", "ranks", "kept", "grid", "turn"),
                sensitivity.candidates().stream()
                        .map(each -> List.<Component>of(
                                text(each.product()),
                                text(each.best() + "–" + each.worst()),
                                text(each.kept() + " / " + sensitivity.trials()),
                                text(numbers.percent(each.share())),
                                text(turn(sensitivity, each.product()))))
                        .toList());
    }

    private String turn(Sensitivity sensitivity, String product) {
        Sensitivity.Turn turn = sensitivity.smallest();
        return turn == null || !turn.leaves().equals(product)
                ? "–"
                : translate(
                        "methods.turn",
                        translate("procurement.aspect." + turn.aspect()),
                        numbers.of(turn.from(), 1),
                        numbers.of(turn.at(), 1),
                        turn.enters());
    }

    ExampleTable uptake() {
        Uptake.Share share = Uptake.of(MEETING, BOUGHT).latest().orElseThrow();
        return ExampleTable.of(
                List.of("bought", "meeting", "uptake"),
                List.of(List.of(
                        text(numbers.of(BOUGHT.getFirst().value())),
                        text(numbers.of(MEETING.getFirst().value())),
                        text(numbers.percent(share.value())))));
    }

    /** @param halfWidth of the product of parts with 18 and 2.2 %, as the database computes it */
    ExampleTable chain(BigDecimal halfWidth) {
        return ExampleTable.of(
                List.of("meeting", "saved", "factor", "impact"),
                List.of(List.of(
                        text(numbers.of(MEETING.getFirst().value())),
                        text(numbers.full(SAVED) + " L ± " + UnitText.with(numbers.of(new BigDecimal("18"), 0), "%")),
                        text(UnitText.with(numbers.full(FACTOR), "kg{CO2e}/L") + " ± "
                                + UnitText.with(numbers.of(new BigDecimal("2.2"), 1), "%")),
                        text(UnitText.with(numbers.of(impact()), EMISSIONS) + " ± "
                                + UnitText.with(numbers.of(halfWidth, 1), "%")))));
    }

    private static BigDecimal impact() {
        return MEETING.getFirst().value().multiply(SAVED).multiply(FACTOR).movePointLeft(3);
    }

    ExampleTable whatIf() {
        ReportingPeriod between = ReportingPeriod.year(2027);
        WhatIf whatIf = WhatIf.of(
                        MEETING, BOUGHT, figure(impact().toPlainString()), EMISSIONS, new BigDecimal("0.8"), TARGET)
                .orElseThrow();
        return ExampleTable.of(
                List.of("unit.impact", "asked", "more.whole", "more.between"),
                List.of(List.of(
                        text(UnitText.with(numbers.of(whatIf.unitImpact(), 4), EMISSIONS)),
                        text(numbers.percent(whatIf.share()) + " (" + TARGET + ")"),
                        text(UnitText.with(numbers.of(whatIf.whole()), EMISSIONS)),
                        text(UnitText.with(numbers.of(whatIf.in(between)), EMISSIONS) + " (" + between + ")"))));
    }

    private static List<Point> figure(String value) {
        return List.of(new Point(0, LATEST, new BigDecimal(value), "", 1, 1, false, null));
    }

    private static Candidate candidate(String product, int impact, int volume, int readiness, int will) {
        return new Candidate(
                product,
                BigDecimal.valueOf(impact),
                BigDecimal.valueOf(volume),
                BigDecimal.valueOf(readiness),
                BigDecimal.valueOf(will),
                null);
    }
}
