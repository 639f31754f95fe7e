package org.scpmonitor.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.component.Selection.Scale;

class SelectionTest {
    private static final Selection WHOLE = Selection.NONE
            .ofProgramme("CL-PCS")
            .ofCountries(List.of("MX", "CL"))
            .ofTheme("energy")
            .ofIndicators(List.of("ENE-01", "GHG-01"))
            .from(ReportingPeriod.year(2014))
            .to(ReportingPeriod.quarter(2023, 2))
            .every(Periodicity.HALF_YEAR)
            .asOf(LocalDate.of(2024, 3, 1))
            .comparedWith("DE")
            .by(ProgressMethod.UN)
            .look(Look.TABLE)
            .scale(Scale.PERCAPITA);

    @Test
    void saysAllOfItInTheAddress() {
        assertThat(WHOLE.query())
                .isEqualTo("programme=CL-PCS&country=MX&country=CL&theme=energy&indicator=ENE-01&indicator=GHG-01"
                        + "&from=2014&to=2023-Q2&periodicity=half_year&asOf=2024-03-01&compare=DE&method=un&look=table"
                        + "&scale=percapita");
    }

    @Test
    void readsFromTheAddressWhatItSaid() {
        assertThat(Selection.of(WHOLE.query())).isEqualTo(WHOLE);
        assertThat(Selection.of(WHOLE.parameters())).isEqualTo(WHOLE);
    }

    @Test
    void leavesOutWhatIsNotReadable() {
        assertThat(read("asOf=yesterday&method=luck&from=1&to=2023-Q9&look=&scale=big&country=&other=1"))
                .isEqualTo(Selection.NONE);
    }

    @Test
    void keepsAnInstantToTheInstant() {
        Instant moment = Instant.parse("2024-03-01T10:15:30.123456Z");
        Selection pinned = Selection.NONE.asKnownAt(moment);
        assertThat(read(pinned.query()).moment()).isEqualTo(new AsOf(moment));
        assertThat(pinned.asOf()).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void takesADayAsItsEnd() {
        assertThat(read("asOf=2024-03-01").moment()).isEqualTo(AsOf.endOf(LocalDate.of(2024, 3, 1)));
    }

    @Test
    void takesAlongTimesAndMethodOnly() {
        assertThat(WHOLE.times().query())
                .isEqualTo("from=2014&to=2023-Q2&periodicity=half_year&asOf=2024-03-01&method=un");
    }

    @Test
    void forgetsWhatIsTakenBack() {
        assertThat(WHOLE.times().from(null).to(null).every(null).asOf(null).by(null))
                .isEqualTo(Selection.NONE);
        assertThat(WHOLE.without(Member.values())).isEqualTo(Selection.NONE);
    }

    private static Selection read(String query) {
        return Selection.of(query);
    }
}
