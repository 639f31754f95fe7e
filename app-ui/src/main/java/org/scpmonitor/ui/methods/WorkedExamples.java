package org.scpmonitor.ui.methods;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.scpmonitor.ui.methods.ExampleTable.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.method.MethodExamples;
import org.scpmonitor.progress.Assessment;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.Direction;
import org.scpmonitor.progress.Forecast;
import org.scpmonitor.progress.Progress;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.StatusBadge;

/** An example for each method, computed by what computes the figures. */
final class WorkedExamples {
    private static final ReportingPeriod Y2014 = ReportingPeriod.year(2014);
    private static final ReportingPeriod Y2030 = ReportingPeriod.year(2030);

    private final NumberText numbers = new NumberText(UI.getCurrent().getLocale());
    private final RegisterExamples register = new RegisterExamples(numbers);
    private final PurchaseExamples purchases = new PurchaseExamples(numbers);
    private final MethodExamples computed;

    WorkedExamples(MethodExamples computed) {
        this.computed = computed;
    }

    Optional<ExampleTable> of(Topic topic) {
        return switch (topic) {
            case LINEAR -> Optional.of(judged(ProgressMethod.LINEAR));
            case GROWTH -> Optional.of(judged(ProgressMethod.GROWTH));
            case UN -> Optional.of(judged(ProgressMethod.UN));
            case CUTS -> Optional.of(cuts());
            case FORECAST -> Optional.of(forecast());
            case AGGREGATION -> Optional.of(aggregation());
            case COVERAGE ->
                Optional.of(ExampleTable.of(
                        List.of("reported", "expected", "coverage"),
                        List.of(List.of(text("11"), text("14"), text(numbers.percent(share(11, 14)))))));
            case UNCERTAINTY ->
                Optional.of(ExampleTable.of(
                        List.of("parts", "together"),
                        List.of(List.of(
                                text(percent("5.0", 1) + " · " + percent("2.2", 1) + " · " + percent("1.5", 1)),
                                text(numbers.of(computed.product(), 3) + "\u00a0%")))));
            case GHG -> Optional.of(emission());
            case ESTIMATES ->
                Optional.of(ExampleTable.of(
                        List.of("reported.sum", "share", "estimate"),
                        List.of(List.of(
                                text("90"),
                                text(numbers.percent(new BigDecimal("0.9"))),
                                text(numbers.of(computed.estimate()))))));
            case OUTLIERS ->
                Optional.of(ExampleTable.of(
                        List.of("earlier", "value", "z"),
                        List.of(List.of(
                                text("95 · 97 · 98 · 99 · 100 · 100 · 101 · 102 · 103 · 105"),
                                text("112"),
                                text(numbers.of(computed.modifiedZ(), 2))))));
            case COUNTED -> Optional.of(register.tallies());
            case MONEY -> Optional.of(register.leverage());
            case SURVEY -> Optional.of(register.score());
            case RANKING -> Optional.of(purchases.ranking());
            case SENSITIVITY -> Optional.of(purchases.sensitivity());
            case UPTAKE -> Optional.of(purchases.uptake());
            case CHAIN -> Optional.of(purchases.chain(computed.chain()));
            case WHATIF -> Optional.of(purchases.whatIf());
            case LEARNING, ASOF -> Optional.empty();
        };
    }

    private ExampleTable judged(ProgressMethod method) {
        return ExampleTable.of(
                List.of("baseline", "actual", "target", "score", "status"),
                List.of(
                        row(method, dated(2014, "1200.5"), dated(2015, "1150.25"), dated(2016, "1000")),
                        row(method, dated(2015, "100"), dated(2020, "92"), dated(2030, "80"))));
    }

    private List<Component> row(ProgressMethod method, Dated baseline, Dated actual, Dated target) {
        Assessment assessment =
                new Progress(baseline, List.of(), target, Direction.LESS_IS_BETTER, actual, true).by(method);
        return List.of(
                value(baseline),
                value(actual),
                value(target),
                text(Optional.ofNullable(assessment.score())
                        .map(score -> numbers.of(score, 4))
                        .orElse("–")),
                StatusBadge.plain(assessment.status()));
    }

    private ExampleTable cuts() {
        return ExampleTable.of(
                List.of("status", "cuts.linear", "cuts.un"),
                Arrays.stream(ProgressStatus.values())
                        .map(status -> List.<Component>of(
                                StatusBadge.plain(status),
                                text(translate("methods.cut." + status.name(), cut("0.95"), cut("0.60"))),
                                text(translate("methods.cut." + status.name(), cut("0.95"), cut("0.10")))))
                        .toList());
    }

    private String cut(String score) {
        return numbers.of(new BigDecimal(score), 2);
    }

    private ExampleTable forecast() {
        List<BigDecimal> values = List.of("100", "99", "97", "98", "95", "94").stream()
                .map(BigDecimal::new)
                .toList();
        Forecast line = Forecast.of(
                        IntStream.range(0, values.size())
                                .mapToObj(year -> new Dated(ReportingPeriod.year(2014 + year), values.get(year)))
                                .toList(),
                        Y2014)
                .orElseThrow();
        Forecast.Band band = line.at(Y2030);
        return ExampleTable.of(
                List.of("actuals", "slope", "projection", "band"),
                List.of(List.of(
                        text("2014–2019: 100 · 99 · 97 · 98 · 95 · 94"),
                        text(numbers.of(line.slope(), 2)),
                        text("2030: " + numbers.of(band.middle())),
                        text(numbers.of(band.low()) + " – " + numbers.of(band.high())))));
    }

    private ExampleTable aggregation() {
        return ExampleTable.of(
                List.of("parts", "ratio", "notmean"),
                List.of(List.of(
                        text("1 / 2 · 90 / 100"),
                        text(numbers.percent(share(91, 102))),
                        text(numbers.percent(new BigDecimal("0.7"))))));
    }

    /** A tonne of road diesel by the defaults of the IPCC's guidelines of 2006 and the Fifth Assessment Report. */
    private ExampleTable emission() {
        BigDecimal energy = new BigDecimal("43.0").movePointLeft(3);
        BigDecimal co2 = energy.multiply(new BigDecimal("74100"));
        BigDecimal other = energy.multiply(new BigDecimal("3.9"));
        BigDecimal sum = co2.add(other.multiply(new BigDecimal("28"))).add(other.multiply(new BigDecimal("265")));
        return ExampleTable.of(
                List.of("diesel", "co2", "ch4", "n2o", "co2e"),
                List.of(List.of(
                        text("1 t = " + numbers.full(energy.stripTrailingZeros()) + " TJ"),
                        text(numbers.of(co2) + " kg"),
                        text(numbers.of(other, 4) + " kg"),
                        text(numbers.of(other, 4) + " kg"),
                        text(numbers.of(sum, 3) + " kg"))));
    }

    private Component value(Dated dated) {
        return text(numbers.full(dated.value()) + " (" + dated.period() + ")");
    }

    private static Dated dated(int year, String value) {
        return new Dated(ReportingPeriod.year(year), new BigDecimal(value));
    }

    private String percent(String value, int decimals) {
        return numbers.of(new BigDecimal(value), decimals) + "\u00a0%";
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
    }
}
