package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.procurement.ProcurementForTests;
import org.scpmonitor.procurement.SignatoryFigures;
import org.scpmonitor.procurement.SignatoryFigures.Part;
import org.scpmonitor.procurement.SignatoryFigures.Reported;
import org.scpmonitor.procurement.SignatoryFigures.Sum;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What the signatories of an agreement reported adds up, and each part belongs to a figure of their country. */
class SignatoryFiguresTest {
    private final TestDatabase database = TestDatabase.create();
    private final Monitor monitor = new Monitor(database);
    private final World world = World.in(database);
    private final SignatoryFigures figures = ProcurementForTests.signatories(database.sql());

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void months_of_some_institutions_add_up_to_years() {
        world.institution("CL-A")
                .institution("CL-B")
                .institution("CL-C")
                .institution("PE-A")
                .indicator("PAPER", "t", 1, "sum", "sum")
                .indicator("SHARE", "%", 12, "mean", "last");
        approved("CL-A", "PAPER,2023-01,10,t\nPAPER,2023-02,20,t\nPAPER,2024-01,5,t\n");
        approved("CL-B", "PAPER,2023-01,100,t\n");
        approved("CL-C", "PAPER,2023-01,1000,t\n");
        Reported paper = read("PAPER").getFirst();
        assertThat(paper.sums())
                .extracting(Sum::period, sum -> sum.value().intValueExact())
                .containsExactly(tuple(year(2023), 130), tuple(year(2024), 5));
        assertThat(paper.sums().getFirst().parts())
                .extracting(Part::institution, part -> part.value().intValueExact())
                .containsExactly(tuple("CL-A", 30), tuple("CL-B", 100));
        assertThat(paper.sums())
                .allSatisfy(sum -> assertThat(sum.parts())
                        .allSatisfy(part -> assertThat(country(part)).isEqualTo("CL " + sum.period())));
        assertThat(read("SHARE"))
                .extracting(Reported::summable, Reported::sums)
                .containsExactly(tuple(false, List.of()));
    }

    private List<Reported> read(String indicator) {
        return figures.read(Set.of(indicator), List.of("CL-A", "CL-B"), AsOf.NOW);
    }

    /** Whose figure, and of when, a part belongs to. */
    private String country(Part part) {
        var row = database.sql().fetchSingle("""
                select a.country, a.period_start, a.period_months from actual a
                where a.id = ? and a.known_until = 'infinity'""", part.figure());
        return row.get("country") + " "
                + ReportingPeriod.of(row.get("period_start", LocalDate.class), row.get("period_months", Integer.class));
    }

    private static ReportingPeriod year(int year) {
        return ReportingPeriod.of(LocalDate.of(year, 1, 1), 12);
    }

    private void approved(String institution, String rows) {
        monitor.approved(monitor.sent(
                institution,
                institution + ".csv",
                "institution,indicator,period,value,unit\n" + rows.replaceAll("(?m)^(?=.)", institution + ",")));
    }
}
