package org.scpmonitor.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Scope;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.ReportingSheet.Known;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class ReportingSheetTest {

    private static final ReportingPeriod YEAR = ReportingPeriod.year(2023);

    private static TestDatabase database;

    @BeforeAll
    static void someAssignments() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .institution("PE-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("SPENT", "{CLP}", 6, "sum", "sum")
                .indicator("GAS", "t{CO2e}", 12, "sum", "sum")
                .dimension("WAS", "KIND", "GLASS")
                .target("WAS", "2020", "90")
                .target("WAS", "2025", "70")
                .target("WAS", "2030", "50")
                .endsReporting("PE-B", "GAS", LocalDate.of(2023, 1, 1));
        observed("CL-A", "WAS", "2020-01-01", 12, "80", "80000", "kg", "infinity");
        observed("CL-A", "WAS", "2019-01-01", 12, "85", "85", "t", "infinity");
        observed("CL-A", "WAS", "2022-01-01", 12, "1", "1", "t", "2024-01-01");
        observed("CL-A", "GAS", "2023-01-01", 12, "7", "7", "t CO2e", "infinity");
        observed("PE-B", "GAS", "2023-01-01", 12, "3", "3", "t{CO2e}", "infinity");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void observed(
            String institution,
            String indicator,
            String start,
            int months,
            String value,
            String reported,
            String unit,
            String until) {
        database.sql().execute("""
                        insert into observation (institution_id, indicator_id, disaggregation_id, period_start,
                            period_months, sheet, row_number, column_number, status, submission_id, known_from,
                            known_until, value, reported_value, reported_unit, text_read)
                        select n.id, i.id, 0, ?::date, ?, 0, 2, 3, '', 1, '2023-12-01', ?::timestamptz, ?::numeric,
                               ?::numeric, ?, ''
                        from institution n, indicator i where n.code = ? and i.code = ?
                        """, start, months, until, value, reported, unit, institution, indicator);
    }

    @Test
    void asksForEachAssignmentInEachOfItsPeriods() {
        assertThat(lines("CL-A", YEAR))
                .containsExactly(
                        "GAS 2023 in t{CO2e} | before - | stored 7 t CO2e of 2023 | goal -",
                        "SPENT 2023-H1 in {CLP} | before - | stored - | goal -",
                        "SPENT 2023-H2 in {CLP} | before - | stored - | goal -",
                        "WAS 2023 in kg | before 80000 kg of 2020 | stored - | goal 70 in 2025");
        assertThat(lines("CL-A", ReportingPeriod.halfYear(2023, 2)))
                .containsExactly("SPENT 2023-H2 in {CLP} | before - | stored - | goal -");
    }

    @Test
    void asksOnlyForWhatIsAssignedInThePeriod() {
        assertThat(lines("PE-B", YEAR)).noneMatch(line -> line.startsWith("GAS"));
        assertThat(lines("PE-B", ReportingPeriod.year(2022))).anyMatch(line -> line.startsWith("GAS"));
    }

    @Test
    void offersTheUnitsOfTheSameKind() {
        assertThat(sheet("CL-A", YEAR).rows().getFirst().units())
                .containsExactly("kg{CO2e}", "t{CO2e}", "kt{CO2e}", "Mt{CO2e}");
        assertThat(sheet("CL-A", YEAR).rows().getLast().units()).containsExactly("g", "kg", "t", "kt", "Mt");
    }

    @Test
    void changesItsVersionWithWhatIsAskedAlone() {
        assertThat(sheet("CL-A", YEAR).version()).isEqualTo(sheet("CL-A", YEAR).version());
        assertThat(sheet("CL-A", YEAR).version())
                .isNotEqualTo(sheet("CL-A", ReportingPeriod.year(2022)).version());
    }

    @Test
    void isThereForThoseAloneWhoMayKnowOfTheInstitution() {
        var sheets = new ReportingSheets(database.sql());
        assertThat(sheets.find(viewer(new Scope.InCountry("CL")), "cl-a", YEAR)).isPresent();
        assertThat(sheets.find(viewer(new Scope.InCountry("PE")), "CL-A", YEAR)).isEmpty();
        assertThat(sheets.find(Viewer.PUBLIC, "CL-A", YEAR)).isEmpty();
        assertThat(sheets.find(viewer(new Scope.Everywhere()), "CL-NONE", YEAR)).isEmpty();
    }

    private static ReportingSheet sheet(String institution, ReportingPeriod period) {
        return new ReportingSheets(database.sql())
                .find(viewer(new Scope.Everywhere()), institution, period)
                .orElseThrow();
    }

    private static Viewer viewer(Scope scope) {
        return new Viewer(1, "someone", "Someone", Locale.ENGLISH, Set.of(new Grant(Role.REPORTER, scope)));
    }

    private static List<String> lines(String institution, ReportingPeriod period) {
        return sheet(institution, period).rows().stream()
                .map(row -> row.indicator() + " " + row.period() + " in " + row.usualUnit() + " | before "
                        + told(row.before()) + " | stored " + told(row.stored()) + " | goal "
                        + (row.goals().isEmpty()
                                ? "-"
                                : row.goals().stream()
                                        .map(goal -> goal.amount().toPlainString() + " in " + goal.period())
                                        .collect(Collectors.joining(", "))))
                .sorted()
                .toList();
    }

    private static String told(@Nullable Known known) {
        return known == null ? "-" : known.reported() + " " + known.reportedUnit() + " of " + known.period();
    }
}
