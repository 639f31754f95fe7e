package org.scpmonitor.formula;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.transaction.support.TransactionTemplate;

class TrialTest {

    private static final Viewer MANAGER =
            new Viewer(1, "manager", "Manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private final TestDatabase database = TestDatabase.create();
    private final Trial trial = new Trial(database.sql());

    @BeforeEach
    void wasteIsReported() {
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("WASTE", "t", 1, "sum", "sum")
                .indicator("PEOPLE", "{person}", 12, "sum", "last")
                .indicator("EACH", "kg/{person}", 12, "none", "none");
        reported("CL-A", "WASTE", "2024-01-01", 1, "600");
        reported("CL-A", "WASTE", "2024-02-01", 1, "400");
        reported("CL-A", "PEOPLE", "2024-01-01", 12, "2000");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** 600 t + 400 t of the two months are 1000 t; for 2000 people that is 0.5 t each, 500 kg. */
    @Test
    void tellsTheValueOfEachPartForARealInstitution() {
        Vocabulary vocabulary = new Formulas(database.sql()).vocabulary(AsOf.NOW);
        Formula formula = (Formula) Formula.parse("WASTE / PEOPLE * 1", vocabulary);

        List<Trial.Place> places = trial.institutions(MANAGER, formula);
        assertThat(places).extracting(Trial.Place::code).containsExactly("CL-A");
        assertThat(trial.periods(places.getFirst().id(), formula, 12)).containsExactly(LocalDate.of(2024, 1, 1));
        List<Trial.Part> parts = new TransactionTemplate(database.transactions())
                .execute(transaction -> trial.parts(
                        formula,
                        requireNonNull(vocabulary.indicators().get("EACH")),
                        places.getFirst(),
                        LocalDate.of(2024, 1, 1)));
        assertThat(parts)
                .extracting(part -> part.depth() + " " + part.text() + " = "
                        + requireNonNull(part.value()).stripTrailingZeros().toPlainString() + " " + part.unit())
                .containsExactly(
                        "0 WASTE / PEOPLE * 1 = 500 kg/{person}",
                        "1 WASTE / PEOPLE = 0.5 t/{person}",
                        "2 WASTE = 1000 t",
                        "2 PEOPLE = 2000 {person}");
    }

    private void reported(String institution, String indicator, String period, int months, String value) {
        database.sql()
                .execute(
                        "insert into observation (institution_id, indicator_id, disaggregation_id, period_start,"
                                + " period_months, sheet, row_number, column_number, status, submission_id, known_from,"
                                + " value, reported_unit, text_read) select n.id, x.id, 0, ?::date, ?, 0, 1, 1, '', 1,"
                                + " now(), ?::numeric, 't', '' from institution n, indicator x where n.code = ? and"
                                + " x.code = ?",
                        period,
                        months,
                        value,
                        institution,
                        indicator);
    }
}
