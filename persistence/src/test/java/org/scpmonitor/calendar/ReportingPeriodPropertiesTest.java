package org.scpmonitor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReportingPeriodPropertiesTest {
    @Property
    void what_is_printed_is_read_again(@ForAll("periods") ReportingPeriod period) {
        assertThat(ReportingPeriod.parse(period.toString())).contains(period);
    }

    @Property
    void reading_never_fails(@ForAll String text) {
        ReportingPeriod.parse(text)
                .ifPresent(period ->
                        assertThat(ReportingPeriod.parse(period.toString())).contains(period));
    }

    @Property
    void a_month_lies_in_one_quarter_one_half_and_one_year(
            @ForAll("months") ReportingPeriod month, @ForAll("calendar") Periodicity longer) {
        var found = month.containing(longer).orElseThrow();
        assertThat(found.periodicity()).isEqualTo(longer);
        var year = month.start().getYear();
        var all = IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(ReportingPeriod::year)
                .flatMap(each -> each.parts(longer).stream());
        assertThat(all.filter(each -> each.contains(month))).containsExactly(found);
    }

    @Property
    void parts_make_up_the_whole(@ForAll("periods") ReportingPeriod whole, @ForAll Periodicity shorter) {
        List<ReportingPeriod> parts = whole.parts(shorter);
        if (parts.isEmpty()) {
            assertThat(whole.parts(Periodicity.MONTH)).hasSize(whole.months());
            return;
        }
        assertThat(parts.getFirst().start()).isEqualTo(whole.start());
        assertThat(parts.getLast().endExclusive()).isEqualTo(whole.endExclusive());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).start()).isEqualTo(parts.get(i - 1).endExclusive());
        }
        assertThat(parts).allMatch(part -> part.periodicity() == shorter);
    }

    @Property
    void the_next_of_the_previous_is_the_same(@ForAll("periods") ReportingPeriod period) {
        assertThat(period.previous().next()).isEqualTo(period);
        assertThat(period.previous()).isLessThan(period);
        assertThat(period.contains(period.endExclusive())).isFalse();
        assertThat(period.contains(period.endExclusive().minusDays(1))).isTrue();
    }

    @Provide
    Arbitrary<ReportingPeriod> periods() {
        return Combinators.combine(firsts(), Arbitraries.of(1, 3, 6, 12))
                .filter(ReportingPeriod::exists)
                .as(ReportingPeriod::of);
    }

    @Provide
    Arbitrary<ReportingPeriod> months() {
        return firsts().map(first -> ReportingPeriod.of(first, 1));
    }

    @Provide
    Arbitrary<Periodicity> calendar() {
        return Arbitraries.of(Periodicity.QUARTER, Periodicity.HALF_YEAR, Periodicity.YEAR);
    }

    private static Arbitrary<LocalDate> firsts() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 9998),
                        Arbitraries.integers().between(1, 12))
                .as((year, month) -> LocalDate.of(year, month, 1));
    }
}
