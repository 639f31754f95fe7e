package org.scpmonitor.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Completeness.Filter;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.calendar.AsOf;

/** The parts add up to the wholes, and what was answered for a moment stays so whatever comes after it. */
class CompletenessPropertiesTest {

    private static final List<String> INSTITUTIONS = List.of("CL-A", "CL-B", "PE-A");
    private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");
    private static final Viewer EVERYBODY =
            new Viewer(1, "manager", "Manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private static final ReportedWorld WORLD = new ReportedWorld(INSTITUTIONS.toArray(String[]::new));

    @AfterContainer
    static void stop() {
        WORLD.close();
    }

    /** Something that becomes known so many days after the first day: a value, or another last day. */
    record Step(int day, String institution, int year, boolean extends_) {}

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void parts_add_up_and_the_past_stays(@ForAll("steps") List<Step> steps) {
        WORLD.forget();
        Instant asked = FIRST.plus(400, ChronoUnit.DAYS);
        steps.stream().filter(step -> step.day() < 400).forEach(CompletenessPropertiesTest::take);
        List<List<Completeness.Row>> before = new ArrayList<>();
        for (Rows by : Rows.values()) {
            before.add(rows(by, asked));
        }

        steps.stream().filter(step -> step.day() >= 400).forEach(CompletenessPropertiesTest::take);

        List<List<Completeness.Row>> after = new ArrayList<>();
        for (Rows by : Rows.values()) {
            after.add(rows(by, asked));
        }
        assertThat(after).isEqualTo(before);
        Counts all = sum(rows(Rows.INSTITUTION, FIRST.plus(1_200, ChronoUnit.DAYS)));
        assertThat(sum(rows(Rows.COUNTRY, FIRST.plus(1_200, ChronoUnit.DAYS)))).isEqualTo(all);
        assertThat(sum(rows(Rows.INDICATOR, FIRST.plus(1_200, ChronoUnit.DAYS))))
                .isEqualTo(all);
        assertThat(all.onTime() + all.late()).isEqualTo(all.received());
        assertThat(all.received() + all.overdue()).isEqualTo(all.expected()).isEqualTo(9);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(INSTITUTIONS),
                        Arbitraries.integers().between(2022, 2024),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(12)
                .map(steps -> steps.stream()
                        .sorted((one, other) -> Integer.compare(one.day(), other.day()))
                        .toList())
                .filter(steps -> steps.stream().mapToInt(Step::day).distinct().count() == steps.size());
    }

    private static void take(Step step) {
        Instant at = FIRST.plus(step.day(), ChronoUnit.DAYS);
        if (step.extends_()) {
            WORLD.extend(step.institution(), step.year(), LocalDate.of(step.year() + 1, 6, 30), at);
        } else {
            WORLD.report(step.institution(), 0, step.year(), at.minus(2, ChronoUnit.DAYS), at);
        }
    }

    private static List<Completeness.Row> rows(Rows by, Instant asked) {
        var filter = new Filter(
                null, null, null, null, null, "", LocalDate.of(2022, 1, 1), LocalDate.of(2025, 1, 1), new AsOf(asked));
        return new Completeness(WORLD.database().sql(), Clock.fixed(asked, ZoneOffset.UTC))
                .matrix(EVERYBODY, by, filter, 0, 100)
                .rows();
    }

    private static Counts sum(List<Completeness.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(Completeness.Cell::counts)
                .reduce(Counts.NOTHING, Counts::plus);
    }
}
